import type { ExportedConvention } from '../../core/conventions/convention.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import { PICTURE_FILES } from '../../io/pictureFormats.ts';
import type { FileRequest, PictureFormat } from '../../protocol/fileMaker.ts';
import type { Studio } from '../studio.ts';
import { classesNow, pictureFileOf, saveMade } from './madeFiles.ts';

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
