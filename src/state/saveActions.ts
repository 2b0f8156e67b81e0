import type { PictureFile } from '../io/pictureFile.ts';
import { cellCount, type Lattice } from '../core/lattice.ts';
import { CLASSES } from '../core/classes.ts';
import { cellPixelsOf, pictureSize } from '../core/picturePixels.ts';
import type { ExportedConvention } from '../core/conventions/exported.ts';
import { encodeLayoutPng } from '../io/layoutPng.ts';
import { encodeMapPng } from '../io/mapPng.ts';
import { encodePairPng } from '../io/pairPng.ts';
import { saveBlob, savePicture } from '../io/saveFile.ts';
import { IoError } from '../core/ioError.ts';
import { pictureToSave } from '../document/pictureToSave.ts';
import type { BundleSource } from '../protocol/paintEngine.ts';
import { EngineError } from '../protocol/errors.ts';
import { pickBundle } from '../io/bundleFiles.ts';
import type { PictureOrigin } from './pictureOrigin.ts';
import type { Studio } from './studio.ts';

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
  return pictureFileFrom(document.lattice, picture.slice(), made, scale);
}

/** Any picture, with how it was made. */
export function pictureFileFrom(
  lattice: Lattice,
  pixels: Uint8ClampedArray,
  { bundle, codebook, mood, zoom, settings, decoder }: PictureOrigin,
  scale: 1 | 2,
): PictureFile {
  const metadata = { version: 1 as const, bundle, codebook, lattice, mood, zoom, settings };
  const size = pictureSize(lattice, cellPixelsOf(pixels, cellCount(lattice)));
  return { pixels, ...size, scale, metadata: { ...metadata, ...(decoder !== undefined && { decoder }) } };
}

/** The picture as a file that says how it was made. Has to be called from a click or a key. */
export async function savePicturePng(studio: Studio, scale: 1 | 2): Promise<void> {
  const picture = pictureFileOf(studio, scale);
  if (!picture) return;
  const { seed } = picture.metadata.settings;
  try {
    const outcome = await savePicture(picture, `landscape-${seed}${scale === 2 ? '-2x' : ''}`);
    if (outcome === 'saved') studio.store.setState({ notice: { kind: 'saved' } });
  } catch (error) {
    tell(studio, error);
  }
}

/** The layout as a PNG: in our own numbers, or in a convention of others. Has to be called from a click or a key. */
export async function saveLayoutPng(studio: Studio, as: 'plein-air' | ExportedConvention): Promise<void> {
  const { document, store } = studio;
  const classes = store.getState().bundle.manifest?.classes ?? CLASSES;
  const bytes = as === 'plein-air' ? encodeLayoutPng(document.layout, classes) : encodeMapPng(document.layout, as);
  await savePng(studio, new Uint8Array(bytes), as === 'plein-air' ? 'layout' : `layout-${as}`);
}

/** Layout and picture side by side. Has to be called from a click or a key. */
export async function savePairPng(studio: Studio): Promise<void> {
  const { document, store } = studio;
  const classes = store.getState().bundle.manifest?.classes ?? CLASSES;
  await savePng(studio, encodePairPng(document.layout, classes, pictureToSave(document).picture), 'layout-and-picture');
}

async function savePng(studio: Studio, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> {
  try {
    const blob = Promise.resolve(new Blob([bytes], { type: 'image/png' }));
    const outcome = await saveBlob(blob, `${name}.png`, 'image/png');
    if (outcome === 'saved') studio.store.setState({ notice: { kind: 'saved' } });
  } catch (error) {
    tell(studio, error);
  }
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
  if (error instanceof IoError || error instanceof EngineError) {
    store.setState({ notice: { kind: 'problem', sentence: error.message } });
    return;
  }
  store.setState({ notice: { kind: 'problem', sentence: `Something went wrong: ${String(error)}` } });
}
