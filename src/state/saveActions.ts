import { CLASSES, type LayoutClass } from '../core/classes.ts';
import { cellCount, type Lattice } from '../core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../core/picturePixels.ts';
import type { ExportedConvention } from '../core/conventions/exported.ts';
import { saveBlob } from '../io/saveFile.ts';
import { IoError, type Problem } from '../core/problem.ts';
import { pictureToSave } from '../document/pictureToSave.ts';
import type { BundleSource } from '../protocol/paintEngine.ts';
import type { FileRequest, PictureFile } from '../protocol/fileMaker.ts';
import { EngineError } from '../protocol/errors.ts';
import { pickBundle } from '../io/bundleFiles.ts';
import type { PictureMetadata } from '../io/pictureFile.ts';
import type { PictureOrigin } from './pictureOrigin.ts';
import type { Studio } from './studio.ts';

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

/** The picture as a file that says how it was made. Has to be called from a click or a key. */
export async function savePicturePng(studio: Studio, scale: 1 | 2): Promise<void> {
  const picture = pictureFileOf(studio, scale);
  const { origin } = studio.store.getState();
  if (!picture || !origin) return;
  const name = `landscape-${origin.settings.seed}${scale === 2 ? '-2x' : ''}.png`;
  await saveMade(studio, { file: 'picture', picture }, name, 'image/png');
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
export async function savePairPng(studio: Studio): Promise<void> {
  const { layout } = studio.document;
  const { picture } = pictureToSave(studio.document);
  const request = { file: 'pair', layout, classes: classesNow(studio), picture } as const;
  await saveMade(studio, request, 'layout-and-picture.png', 'image/png');
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
  const slow = setTimeout(() => store.setState({ notice: { kind: 'making-file' } }), SLOW);
  try {
    const make = (what: FileRequest) => files.make(what, { signal: abort.signal });
    const made = request instanceof Promise ? request.then(make) : make(request);
    const blob = made.then((bytes) => new Blob([bytes], { type }));
    // It may fail while the dialog is open, and is waited for after that.
    blob.catch(() => undefined);
    const outcome = await saveBlob(blob, name, type);
    if (outcome === 'saved') store.setState({ notice: { kind: 'saved' } });
    else if (store.getState().notice?.kind === 'making-file') store.setState({ notice: undefined });
  } catch (error) {
    tell(studio, error);
  } finally {
    clearTimeout(slow);
    abort.abort();
  }
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
