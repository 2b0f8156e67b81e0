import { EMPTY_TOKEN } from '../../src/core/lattice.ts';
import { cellPixelsOf } from '../../src/core/picturePixels.ts';
import type { Rect } from '../../src/core/rect.ts';

/**
 * Cuts a tile's pixels out of RGB planes about -1..1, and makes them bytes.
 * @param rgb [3, cellPixels * window.height, cellPixels * window.width]
 * @param window what the planes show, in cells
 * @param rect the tile, in cells, inside the window
 * @param cellPixels picture pixels along a side of a cell
 * @returns RGBA [cellPixels * rect.height, cellPixels * rect.width]
 */
export function toRgba(
  rgb: Float32Array,
  window: Rect,
  rect: Rect,
  cellPixels: number,
): Uint8ClampedArray<ArrayBuffer> {
  if (rgb.length !== 3 * window.width * window.height * cellPixels ** 2) {
    throw new Error(`The decoder gave ${rgb.length} numbers where its manifest says ${cellPixels} pixels a cell.`);
  }
  const width = rect.width * cellPixels;
  const height = rect.height * cellPixels;
  const stride = window.width * cellPixels;
  const plane = stride * window.height * cellPixels;
  const left = (rect.x - window.x) * cellPixels;
  const top = (rect.y - window.y) * cellPixels;
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    let from = (top + y) * stride + left;
    let to = 4 * y * width;
    for (let x = 0; x < width; x++, from++, to += 4) {
      pixels[to] = (rgb[from]! + 1) * 127.5;
      pixels[to + 1] = (rgb[from + plane]! + 1) * 127.5;
      pixels[to + 2] = (rgb[from + 2 * plane]! + 1) * 127.5;
      pixels[to + 3] = 255;
    }
  }
  return pixels;
}

/**
 * What a decoder makes of nothing is no picture: it is left to whatever lies below.
 * @param pixels RGBA of the tile, changed in place
 * @param tokens of the whole lattice, `columns` wide
 */
export function clearEmptyCells(pixels: Uint8ClampedArray, tokens: Int16Array, columns: number, rect: Rect): void {
  const cellPixels = cellPixelsOf(pixels, rect.width * rect.height);
  const row = 4 * cellPixels * rect.width;
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      if (tokens[(rect.y + y) * columns + rect.x + x] !== EMPTY_TOKEN) continue;
      const start = y * cellPixels * row + 4 * cellPixels * x;
      for (let line = 0; line < cellPixels; line++) {
        pixels.fill(0, start + line * row, start + line * row + 4 * cellPixels);
      }
    }
  }
}
