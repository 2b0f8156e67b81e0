import { checked } from '../io/bundleFiles.ts';
import { kindOfFile, type FileKind } from '../io/fileKind.ts';
import { IoError } from '../core/ioError.ts';
import { pickFiles } from '../io/pickFiles.ts';
import { openProject } from './projectActions.ts';
import { tell, useBundle } from './saveActions.ts';
import type { Studio } from './studio.ts';

/** Opens what a person has dropped, pasted or picked: by what it is, whatever it is called. */
export async function openFiles(studio: Studio, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const kinds = await Promise.all(files.map(kindOfFile));
    const all = files.map((file, index) => ({ file, kind: kinds[index] ?? 'unknown' }));
    const opener = OPENERS.find(({ accepts }) => all.some(accepts));
    if (!opener) throw new IoError(unknownSentence(all));
    await opener.open(
      studio,
      all.filter(opener.accepts).map(({ file }) => file),
      files,
    );
  } catch (error) {
    tell(studio, error);
  }
}

/** Lets a person pick files and opens them. */
export async function pickAndOpen(studio: Studio): Promise<void> {
  try {
    await openFiles(studio, await pickFiles());
  } catch (error) {
    tell(studio, error);
  }
}

interface KnownFile {
  readonly file: File;
  readonly kind: FileKind;
}

interface Opener {
  readonly accepts: (one: KnownFile) => boolean;
  readonly open: (studio: Studio, accepted: readonly File[], all: readonly File[]) => Promise<void>;
}

const PICTURES: ReadonlySet<FileKind> = new Set(['png', 'jpeg', 'webp', 'gif', 'avif', 'heic', 'bmp']);

/** The first one that accepts a file opens all that it accepts. */
const OPENERS: readonly Opener[] = [
  {
    accepts: ({ file, kind }) => kind === 'model' || file.name === 'manifest.json',
    open: (studio, _, all) => useBundle(studio, { kind: 'files', files: checked([...all]) }),
  },
  {
    accepts: ({ kind }) => kind === 'project',
    open: (studio, [first]) => (first ? openProject(studio, first) : Promise.resolve()),
  },
  {
    accepts: ({ kind }) => PICTURES.has(kind),
    open: (studio, [first, ...more]) =>
      first && more.length === 0
        ? openPicture(studio, first)
        : studio.queue.start(studio, first ? [first, ...more] : more),
  },
];

/** A photograph or a segmentation map, as it looks; each dialog offers the other reading. */
async function openPicture({ maps, photographs }: Studio, file: File): Promise<void> {
  const isPng = (await kindOfFile(file)) === 'png';
  let isMap = false;
  await photographs.open(file, (kind) => {
    // What is wrong with a PNG is said best by who reads it itself.
    isMap = kind === 'map' || (kind === undefined && isPng);
    return isMap;
  });
  if (isMap) await maps.open(file);
}

function unknownSentence(files: readonly KnownFile[]): string {
  const [first] = files;
  const name = first ? `“${first.file.name}”` : 'That';
  if (first?.file.size === 0) return `${name} is empty.`;
  return `${name} is nothing that this page opens: it reads pictures, projects and models.`;
}
