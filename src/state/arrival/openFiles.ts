import { IoError, type Problem } from '../../core/problem.ts';
import { findLink } from '../../core/shareLink/findLink.ts';
import { checked } from '../../io/bundleFiles.ts';
import type { DroppedContent } from '../../io/droppedContent.ts';
import { kindOfFile, type FileKind } from '../../io/fileKind.ts';
import { pickFiles } from '../../io/pickFiles.ts';
import { openProject } from '../work/projectActions.ts';
import { orTell } from '../exporting/madeFiles.ts';
import { useBundle } from '../painting/bundleActions.ts';
import { offerLink } from '../share/shareActions.ts';
import type { Studio } from '../studio.ts';

/**
 * Opens what a person has dropped, pasted or picked: by what it is, whatever it is called. What cannot be opened is named,
 * and the rest opens.
 * @param inFolders what lies in folders: what the page does not open is passed over there
 */
export async function openFiles(
  studio: Studio,
  files: readonly File[],
  inFolders: readonly File[] = [],
): Promise<void> {
  if (files.length + inFolders.length === 0) return;
  // What it said of the files before is over.
  if (studio.store.getState().notice?.kind === 'problem') studio.store.setState({ notice: undefined });
  await orTell(studio, async () => {
    const [direct, within] = await Promise.all([files, inFolders].map((some) => Promise.all(some.map(known))));
    const all = [...(direct ?? []), ...(within ?? [])];
    const opener = OPENERS.find(({ accepts }) => all.some(accepts));
    if (!opener) throw new IoError(nothingOf(direct ?? [], inFolders.length));
    const accepted = all.filter(opener.accepts);
    const left = opener.takesAll === true ? [] : (direct ?? []).filter((one) => !opener.accepts(one));
    await opener.open(
      studio,
      accepted,
      all.map(({ file }) => file),
      left,
    );
  });
}

/** Opens what was dropped or pasted, if the page knows what to do with it. */
export async function openDropped(studio: Studio, content: DroppedContent): Promise<void> {
  const { files, inFolders, text, address } = content;
  const link = files.length + inFolders.length === 0 ? (findLink(text) ?? findLink(address ?? '')) : undefined;
  if (link !== undefined) offerLink(studio, link);
  else if (address !== undefined) await studio.opener.openAddress(address);
  else await openFiles(studio, files, inFolders);
}

/** Lets a person pick files and opens them. */
export function pickAndOpen(studio: Studio): Promise<void> {
  return orTell(studio, async () => openFiles(studio, await pickFiles()));
}

interface KnownFile {
  readonly file: File;
  readonly kind: FileKind;
}

async function known(file: File): Promise<KnownFile> {
  return { file, kind: await kindOfFile(file) };
}

interface Opener {
  readonly accepts: (one: KnownFile) => boolean;
  /** Files of other kinds are a part of it. */
  readonly takesAll?: boolean;
  readonly open: (
    studio: Studio,
    accepted: readonly KnownFile[],
    all: readonly File[],
    left: readonly KnownFile[],
  ) => Promise<void>;
}

const PICTURES: ReadonlySet<FileKind> = new Set(['png', 'jpeg', 'webp', 'gif', 'avif', 'heic', 'bmp']);

/** The first one that accepts a file opens all that it accepts. */
const OPENERS: readonly Opener[] = [
  {
    accepts: ({ file, kind }) => kind === 'model' || file.name === 'manifest.json',
    takesAll: true,
    open: (studio, _, all) => useBundle(studio, { kind: 'files', files: checked([...all]) }),
  },
  {
    accepts: ({ kind }) => kind === 'project',
    open: async (studio, [first, ...more], _, left) => {
      if (first) await openProject(studio, first.file);
      nameLeft(studio, [...more, ...left]);
    },
  },
  {
    accepts: ({ kind }) => PICTURES.has(kind),
    open: async (studio, accepted, _, left) => {
      const [first, ...more] = accepted;
      if (!first) return;
      if (more.length === 0) {
        nameLeft(studio, left);
        await studio.opener.open(first.file);
        return;
      }
      const bad = left.map(({ file }) => ({ file, problem: unknownOf(file) }));
      await studio.queue.start(
        accepted.map(({ file }) => file),
        bad,
      );
    },
  },
];

/** Of several files, those that were not opened. */
function nameLeft(studio: Studio, left: readonly KnownFile[]): void {
  const [first, ...more] = left;
  if (!first) return;
  const problem: Problem =
    more.length === 0 && first.kind === 'unknown'
      ? unknownOf(first.file)
      : { code: 'left-out', files: left.map(({ file }) => file.name) };
  studio.store.setState({ notice: { kind: 'problem', problem } });
}

function nothingOf([first]: readonly KnownFile[], inFolders: number): Problem {
  if (first) return unknownOf(first.file);
  return { code: inFolders === 0 ? 'nothing-dropped' : 'nothing-in-folder' };
}

function unknownOf({ name, size }: File): Problem {
  return { code: size === 0 ? 'empty' : 'unknown-file', file: name };
}
