import { doubled } from '../../src/core/resample.ts';
import type { PictureFile, PictureFormat } from '../../src/protocol/fileMaker.ts';
import { encodeCanvasImage } from './canvasImage.ts';
import { encodePicturePng } from './picturePng.ts';

/** The picture in its own size or twice that. */
export function encodePicture(
  picture: PictureFile,
  format: PictureFormat,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'png') return encodePicturePng(picture);
  return encodeCanvasImage(picture.scale === 2 ? doubled(picture) : picture, format);
}
