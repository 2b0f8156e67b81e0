import { IoError } from '../core/ioError.ts';
import type { Lattice } from '../core/lattice.ts';
import { PICTURE_CELL_PIXELS, pictureSize } from '../core/picturePixels.ts';
import { readPngHeader } from '../core/pngChunks.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Pixels of a picture that someone else may have written: a PNG, whose header is held against its size first. A small
 * file may claim, and unpack to, gigabytes.
 * @param cellPixels picture pixels to a cell that it may have
 * @returns RGBA of the lattice
 * @throws IoError with one sentence for a person.
 */
export async function decodePicturePng(
  bytes: Uint8Array,
  lattice: Lattice,
  what: string,
  cellPixels: readonly number[] = PICTURE_CELL_PIXELS,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  sizeAmong(readPngHeader(bytes, `A picture of ${what}`), lattice, what, cellPixels);
  return decodePicture(new Blob([new Uint8Array(bytes)]), lattice, what, cellPixels);
}

/**
 * Pixels of a picture in any format that the browser shows. Not for layouts: browsers may add noise to what is read
 * back from a canvas and apply colour profiles, which a picture survives and class ids do not.
 * @param cellPixels picture pixels to a cell that it may have
 * @returns RGBA of the lattice
 * @throws IoError with one sentence for a person.
 */
export async function decodePicture(
  file: Blob,
  lattice: Lattice,
  what: string,
  cellPixels: readonly number[] = PICTURE_CELL_PIXELS,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) throw new IoError(`${what} has a picture that this browser cannot read.`);
  try {
    const size = sizeAmong(bitmap, lattice, what, cellPixels);
    const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new IoError('This browser has no canvas to read a picture with.');
    context.drawImage(bitmap, 0, 0);
    return new Uint8ClampedArray(context.getImageData(0, 0, size.width, size.height).data);
  } finally {
    bitmap.close();
  }
}

/** @throws IoError where the size is none that the lattice's picture can have */
function sizeAmong({ width, height }: Size, lattice: Lattice, what: string, cellPixels: readonly number[]): Size {
  const sizes = cellPixels.map((side) => pictureSize(lattice, side));
  const size = sizes.find((one) => one.width === width && one.height === height);
  if (size) return size;
  const expected = sizes.map((one) => `${one.width} x ${one.height}`).join(' or ');
  throw new IoError(`${what} has a picture of ${width} x ${height} pixels where ${expected} were expected.`);
}
