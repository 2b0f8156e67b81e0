import { CLASSES, type LayoutClass } from '../../core/classes.ts';
import { cellCount, type Lattice } from '../../core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../../core/picturePixels.ts';
import { IoError, type Problem } from '../../core/problem.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import type { FileMakerClient } from '../../engine/createFileMaker.ts';
import type { PictureMetadata } from '../../io/pictureFile.ts';
import { saveBlob } from '../../io/saveFile.ts';
import { EngineError } from '../../protocol/errors.ts';
import type { FileRequest, PictureFile } from '../../protocol/fileMaker.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';

/** What files are made of, and with. */
export interface FileParts {
  readonly document: PaintDocument;
  readonly store: PageStore;
  readonly files: FileMakerClient;
}

/** From when on a file that is being made is told of. Milliseconds. */
const SLOW = 500;

/** The picture with how it was made; undefined where there is none. While a repaint is under way, the one before it. */
export function pictureFileOf(
  { document, store }: Pick<FileParts, 'document' | 'store'>,
  scale: 1 | 2,
  picture = pictureToSave(document).picture,
): PictureFile | undefined {
  const { origin, bundle } = store.getState();
  if (!origin) return undefined;
  const decoder = origin.decoder ?? bundle.manifest?.decoder.id;
  const made = { ...origin, ...(decoder !== undefined && { decoder }) };
  return pictureFileFrom(document.lattice, picture, made, scale);
}

/** Any picture, with how it was made. */
export function pictureFileFrom(
  lattice: Lattice,
  pixels: Uint8ClampedArray,
  { bundle, codebook, mood, zoom, settings, decoder }: PictureOrigin,
  scale: 1 | 2,
): PictureFile {
  const made = { bundle, codebook, lattice, mood, zoom, settings };
  const metadata: PictureMetadata = { version: 1, ...made, ...(decoder !== undefined && { decoder }) };
  const size = pictureSize(lattice, cellPixelsOf(pixels, cellCount(lattice)));
  return { pixels, ...size, scale, metadata };
}

/**
 * Makes a file beside the page and saves it; who closes the dialog wants it no more. Has to be called from a click or a key.
 * @param request what it is made of now, or what has to be read first
 */
export async function saveMade(
  parts: Pick<FileParts, 'files' | 'store'>,
  request: FileRequest | Promise<FileRequest>,
  name: string,
  type: string,
): Promise<void> {
  const { files, store } = parts;
  const abort = new AbortController();
  const stopSaying = sayMaking(parts);
  try {
    const make = (what: FileRequest) => files.make(what, { signal: abort.signal });
    const made = request instanceof Promise ? request.then(make) : make(request);
    const blob = made.then((bytes) => new Blob([bytes], { type }));
    // It may fail while the dialog is open, and is waited for after that.
    blob.catch(() => undefined);
    const outcome = await saveBlob(blob, name, type);
    if (outcome === 'saved') store.setState({ notice: { kind: 'saved' } });
  } catch (error) {
    tell(parts, error);
  } finally {
    stopSaying();
    abort.abort();
  }
}

/** Says that a file is being made, where that takes a while. @returns says it no more */
export function sayMaking({ store }: Pick<FileParts, 'store'>): () => void {
  const slow = setTimeout(() => store.setState({ notice: { kind: 'making-file' } }), SLOW);
  return () => {
    clearTimeout(slow);
    if (store.getState().notice?.kind === 'making-file') store.setState({ notice: undefined });
  };
}

export function classesNow({ store }: Pick<FileParts, 'store'>): readonly LayoutClass[] {
  return store.getState().bundle.manifest?.classes ?? CLASSES;
}

/** Does something, and says what goes wrong. */
export async function orTell(parts: Pick<FileParts, 'store'>, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    tell(parts, error);
  }
}

/** Says what could not be read. */
export function tell({ store }: Pick<FileParts, 'store'>, error: unknown): void {
  if (error instanceof EngineError) {
    store.setState({ notice: { kind: 'engine-problem', code: error.code } });
    return;
  }
  // A fault of the page: its own words are for those who mend it.
  if (!(error instanceof IoError)) console.error(error);
  const problem: Problem = error instanceof IoError ? error.problem : { code: 'page-fault' };
  store.setState({ notice: { kind: 'problem', problem } });
}
