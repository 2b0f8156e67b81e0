import type { RgbaImage } from '../../src/core/resample.ts';
import type { PictureFormat } from '../../src/protocol/fileMaker.ts';

/** From here on nobody sees the difference, and a file is a fifth of the PNG. */
const QUALITY = 0.92;

/** What shows through where nothing is painted: JPEG has no transparency. */
const GROUND = '#fff';

/** An image in a format that the browser itself writes. */
export async function encodeCanvasImage(
  { width, height, pixels }: RgbaImage,
  format: Exclude<PictureFormat, 'png'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError(`This browser gives no canvas of ${width} x ${height}.`);
  const data = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset, pixels.length);
  context.putImageData(new ImageData(data, width, height), 0, 0);
  if (format === 'jpeg') {
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = GROUND;
    context.fillRect(0, 0, width, height);
  }
  const type = `image/${format}`;
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  // A browser that does not write a format makes a PNG in its place.
  if (blob.type !== type) throw new Error(`This browser made ${blob.type} in place of ${type}.`);
  return new Uint8Array(await blob.arrayBuffer());
}
