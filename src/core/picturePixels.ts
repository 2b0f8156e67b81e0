import { cellCount, LAYOUT_CELL_PIXELS, type Lattice } from './lattice.ts';
import type { Rect } from './rect.ts';

/** How many picture pixels a decoder may make along one side of a cell. */
export const PICTURE_CELL_PIXELS = [8, 16, 32] as const;

const CHANNELS = 4;

/** Width and height of a lattice's picture. */
export function pictureSize({ rows, columns }: Lattice, cellPixels: number): { width: number; height: number } {
  return { width: columns * cellPixels, height: rows * cellPixels };
}

/** A rectangle of layout pixels in picture pixels: whole ones, all that it touches. */
export function toPicture({ x, y, width, height }: Rect, cellPixels: number): Rect {
  const scale = cellPixels / LAYOUT_CELL_PIXELS;
  const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)];
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) * scale) - left,
    height: Math.ceil((y + height) * scale) - top,
  };
}

/**
 * Picture pixels along one side of a cell, by how many there are: pixels say themselves how fine they are.
 * @param pixels RGBA of whole cells
 * @throws RangeError for anything that no decoder makes
 */
export function cellPixelsOf(pixels: { readonly length: number }, cells: number): number {
  const found = PICTURE_CELL_PIXELS.find((side) => pixels.length === cells * side ** 2 * CHANNELS);
  if (found === undefined) throw new RangeError(`${pixels.length} bytes are no picture of ${cells} cells.`);
  return found;
}

/** The same for a tile. @param rect whole cells, in layout pixels */
export function tileCellPixels(pixels: { readonly length: number }, { width, height }: Rect): number {
  return cellPixelsOf(pixels, (width * height) / LAYOUT_CELL_PIXELS ** 2);
}

/** A picture with other picture pixels to a cell: each shows the one that lies there. @param pixels RGBA of the lattice */
export function resampled(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  lattice: Lattice,
  cellPixels: number,
): Uint8ClampedArray<ArrayBuffer> {
  const from = pictureSize(lattice, cellPixelsOf(pixels, cellCount(lattice)));
  const to = pictureSize(lattice, cellPixels);
  const source = new Uint32Array(pixels.buffer, pixels.byteOffset, from.width * from.height);
  const target = new Uint32Array(to.width * to.height);
  const step = from.width / to.width;
  for (let y = 0; y < to.height; y++) {
    const line = Math.floor(y * step) * from.width;
    for (let x = 0; x < to.width; x++) target[y * to.width + x] = source[line + Math.floor(x * step)]!;
  }
  return new Uint8ClampedArray(target.buffer);
}

/** A part of a picture. @param width of the picture @param part in picture pixels @returns RGBA */
export function cutPixels(pixels: Uint8ClampedArray, width: number, part: Rect): Uint8ClampedArray<ArrayBuffer> {
  const cut = new Uint8ClampedArray(CHANNELS * part.width * part.height);
  for (let y = 0; y < part.height; y++) {
    const start = CHANNELS * ((part.y + y) * width + part.x);
    cut.set(pixels.subarray(start, start + CHANNELS * part.width), CHANNELS * y * part.width);
  }
  return cut;
}

/** Whether bytes are as many as a picture of so many cells may have. */
export function isPictureOf(pixels: { readonly length: number }, cells: number): boolean {
  return PICTURE_CELL_PIXELS.some((side) => pixels.length === cells * side ** 2 * CHANNELS);
}
