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

const PICTURES: ReadonlySet<FileKind> = new Set(['png', 'jpeg', 'webp']);

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
        ? studio.maps.open(first)
        : studio.queue.start(studio, first ? [first, ...more] : more),
  },
];

function unknownSentence(files: readonly KnownFile[]): string {
  const [first] = files;
  const name = first ? `“${first.file.name}”` : 'That';
  if (first?.kind === 'gif') return `${name} is a GIF. Save it as a PNG to open it here.`;
  if (first?.kind === 'heic') return `${name} is a HEIC picture. Save it as a PNG or a JPEG to open it here.`;
  if (first?.file.size === 0) return `${name} is empty.`;
  return `${name} is nothing that this page opens: it reads PNG, WebP and JPEG files, projects and models.`;
}
