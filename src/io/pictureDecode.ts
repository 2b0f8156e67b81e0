import { IoError } from '../core/problem.ts';
import type { Lattice } from '../core/lattice.ts';
import { PICTURE_CELL_PIXELS, pictureSize } from '../core/picturePixels.ts';
import { readPngHeader } from '../core/pngChunks.ts';
import type { Size } from '../core/rect.ts';

/**
 * Pixels of a picture that someone else may have written: a PNG, whose header is held against its size first. A small
 * file may claim, and unpack to, gigabytes.
 * @param cellPixels picture pixels to a cell that it may have
 * @returns RGBA of the lattice
 * @throws IoError
 */
export async function decodePicturePng(
  bytes: Uint8Array,
  lattice: Lattice,
  file: string,
  cellPixels: readonly number[] = PICTURE_CELL_PIXELS,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  sizeAmong(readPngHeader(bytes, file), lattice, file, cellPixels);
  return decodePicture(new Blob([new Uint8Array(bytes)]), lattice, file, cellPixels);
}

/**
 * Pixels of a picture in any format that the browser shows. Not for layouts: browsers may add noise to what is read
 * back from a canvas and apply colour profiles, which a picture survives and class ids do not.
 * @param cellPixels picture pixels to a cell that it may have
 * @returns RGBA of the lattice
 * @throws IoError
 */
export async function decodePicture(
  bytes: Blob,
  lattice: Lattice,
  file: string,
  cellPixels: readonly number[] = PICTURE_CELL_PIXELS,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const bitmap = await createImageBitmap(bytes).catch(() => undefined);
  if (!bitmap) throw new IoError({ code: 'unreadable-picture', file });
  try {
    const size = sizeAmong(bitmap, lattice, file, cellPixels);
    const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new IoError({ code: 'too-large-for-browser', file });
    context.drawImage(bitmap, 0, 0);
    return new Uint8ClampedArray(context.getImageData(0, 0, size.width, size.height).data);
  } finally {
    bitmap.close();
  }
}

/** @throws IoError where the size is none that the lattice's picture can have */
function sizeAmong({ width, height }: Size, lattice: Lattice, file: string, cellPixels: readonly number[]): Size {
  const sizes = cellPixels.map((side) => pictureSize(lattice, side));
  const size = sizes.find((one) => one.width === width && one.height === height);
  if (size) return size;
  throw new IoError({ code: 'wrong-size', file, size: { width, height }, expected: sizes });
}
