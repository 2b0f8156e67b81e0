import { IoError } from '../core/ioError.ts';
import { readPngHeader } from '../core/pngChunks.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of a picture that someone else may have written: a PNG, whose header is held against its size first. A small
 * file may claim, and unpack to, gigabytes.
 * @returns RGBA, 4 * width * height
 * @throws IoError with one sentence for a person.
 */
export async function decodePicturePng(
  bytes: Uint8Array,
  size: Size,
  what: string,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  checkSize(readPngHeader(bytes, `A picture of ${what}`), size, what);
  return decodePicture(new Blob([new Uint8Array(bytes)]), size, what);
}

/**
 * Pixels of a picture in any format that the browser shows. Not for layouts: browsers may add noise to what is read
 * back from a canvas and apply colour profiles, which a picture survives and class ids do not.
 * @returns RGBA, 4 * width * height
 * @throws IoError with one sentence for a person.
 */
export async function decodePicture(file: Blob, size: Size, what: string): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) throw new IoError(`${what} has a picture that this browser cannot read.`);
  try {
    checkSize(bitmap, size, what);
    const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new IoError('This browser has no canvas to read a picture with.');
    context.drawImage(bitmap, 0, 0);
    return new Uint8ClampedArray(context.getImageData(0, 0, size.width, size.height).data);
  } finally {
    bitmap.close();
  }
}

function checkSize(found: Size, { width, height }: Size, what: string): void {
  if (found.width === width && found.height === height) return;
  const pixels = `${found.width} x ${found.height} pixels`;
  throw new IoError(`${what} has a picture of ${pixels} where ${width} x ${height} were expected.`);
}
