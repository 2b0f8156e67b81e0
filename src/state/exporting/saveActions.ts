import { CLASSES, type LayoutClass } from '../../core/classes.ts';
import { cellCount, type Lattice } from '../../core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../../core/picturePixels.ts';
import type { ExportedConvention } from '../../core/conventions/exported.ts';
import { PICTURE_FILES } from '../../io/pictureFormats.ts';
import { saveBlob } from '../../io/saveFile.ts';
import { IoError, type Problem } from '../../core/problem.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import type { BundleSource } from '../../protocol/paintEngine.ts';
import type { FileRequest, PictureFile, PictureFormat } from '../../protocol/fileMaker.ts';
import { EngineError } from '../../protocol/errors.ts';
import { pickBundle } from '../../io/bundleFiles.ts';
import type { PictureMetadata } from '../../io/pictureFile.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import type { Studio } from '../studio.ts';

/** From when on a file that is being made is told of. Milliseconds. */
const SLOW = 500;

/** The picture with how it was made; undefined where there is none. While a repaint is under way, the one before it. */
export function pictureFileOf(
  { document, store }: Studio,
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

/** The picture as a file. Has to be called from a click or a key. */
export async function savePicture(studio: Studio, scale: 1 | 2, format: PictureFormat = 'png'): Promise<void> {
  const picture = pictureFileOf(studio, scale);
  const { origin } = studio.store.getState();
  if (!picture || !origin) return;
  const { type, ending } = PICTURE_FILES[format];
  const name = `landscape-${origin.settings.seed}${scale === 2 ? '-2x' : ''}${ending}`;
  await saveMade(studio, { file: 'picture', picture, format }, name, type);
}

/** The layout as a PNG: in our own numbers, or in a convention of others. Has to be called from a click or a key. */
export async function saveLayoutPng(studio: Studio, as: 'plein-air' | ExportedConvention): Promise<void> {
  const { layout } = studio.document;
  const request: FileRequest =
    as === 'plein-air'
      ? { file: 'layout', layout, classes: classesNow(studio) }
      : { file: 'map', layout, convention: as };
  await saveMade(studio, request, as === 'plein-air' ? 'layout.png' : `layout-${as}.png`, 'image/png');
}

/** Layout and picture side by side. Has to be called from a click or a key. */
export async function savePair(studio: Studio, format: PictureFormat = 'png'): Promise<void> {
  const { type, ending } = PICTURE_FILES[format];
  await saveMade(studio, { ...pairRequestOf(studio), format }, `layout-and-picture${ending}`, type);
}

export function pairRequestOf(studio: Studio): FileRequest & { readonly file: 'pair' } {
  const { layout } = studio.document;
  const { picture } = pictureToSave(studio.document);
  return { file: 'pair', layout, classes: classesNow(studio), picture };
}

/**
 * Makes a file beside the page and saves it; who closes the dialog wants it no more. Has to be called from a click or a key.
 * @param request what it is made of now, or what has to be read first
 */
export async function saveMade(
  studio: Studio,
  request: FileRequest | Promise<FileRequest>,
  name: string,
  type: string,
): Promise<void> {
  const { files, store } = studio;
  const abort = new AbortController();
  const stopSaying = sayMaking(studio);
  try {
    const make = (what: FileRequest) => files.make(what, { signal: abort.signal });
    const made = request instanceof Promise ? request.then(make) : make(request);
    const blob = made.then((bytes) => new Blob([bytes], { type }));
    // It may fail while the dialog is open, and is waited for after that.
    blob.catch(() => undefined);
    const outcome = await saveBlob(blob, name, type);
    if (outcome === 'saved') store.setState({ notice: { kind: 'saved' } });
  } catch (error) {
    tell(studio, error);
  } finally {
    stopSaying();
    abort.abort();
  }
}

/** Says that a file is being made, where that takes a while. @returns says it no more */
export function sayMaking({ store }: Pick<Studio, 'store'>): () => void {
  const slow = setTimeout(() => store.setState({ notice: { kind: 'making-file' } }), SLOW);
  return () => {
    clearTimeout(slow);
    if (store.getState().notice?.kind === 'making-file') store.setState({ notice: undefined });
  };
}

export function classesNow({ store }: Pick<Studio, 'store'>): readonly LayoutClass[] {
  return store.getState().bundle.manifest?.classes ?? CLASSES;
}

/** Lets a person pick a bundle of their own. */
export async function openBundleFiles(studio: Studio, as: 'files' | 'folder'): Promise<void> {
  try {
    const files = await pickBundle(as);
    if (files) await useBundle(studio, { kind: 'files', files });
  } catch (error) {
    tell(studio, error);
  }
}

/** The next picture is painted by another bundle. */
export async function useBundle({ painter, model, store }: Studio, source: BundleSource): Promise<void> {
  await model.change(source, 'files');
  painter.interrupt();
  painter.dismiss();
  const { manifest } = store.getState().bundle;
  if (manifest) store.setState({ notice: { kind: 'bundle-opened', title: manifest.title } });
}

/** Says what could not be read. */
export function tell({ store }: Pick<Studio, 'store'>, error: unknown): void {
  if (error instanceof EngineError) {
    store.setState({ notice: { kind: 'engine-problem', code: error.code } });
    return;
  }
  // A fault of the page: its own words are for those who mend it.
  if (!(error instanceof IoError)) console.error(error);
  const problem: Problem = error instanceof IoError ? error.problem : { code: 'page-fault' };
  store.setState({ notice: { kind: 'problem', problem } });
}
