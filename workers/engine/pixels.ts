import { LAYOUT_CELL_PIXELS, EMPTY_TOKEN } from '../../src/core/lattice.ts';
import type { Rect } from '../../src/core/rect.ts';

/**
 * Cuts a tile's pixels out of RGB planes about -1..1, and makes them bytes.
 * @param rgb [3, 16 window.height, 16 window.width]
 * @param window what the planes show, in cells
 * @param rect the tile, in cells, inside the window
 * @returns RGBA [16 rect.height, 16 rect.width]
 */
export function toRgba(rgb: Float32Array, window: Rect, rect: Rect): Uint8ClampedArray<ArrayBuffer> {
  const width = rect.width * LAYOUT_CELL_PIXELS;
  const height = rect.height * LAYOUT_CELL_PIXELS;
  const stride = window.width * LAYOUT_CELL_PIXELS;
  const plane = stride * window.height * LAYOUT_CELL_PIXELS;
  const left = (rect.x - window.x) * LAYOUT_CELL_PIXELS;
  const top = (rect.y - window.y) * LAYOUT_CELL_PIXELS;
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
  const row = 4 * LAYOUT_CELL_PIXELS * rect.width;
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      if (tokens[(rect.y + y) * columns + rect.x + x] !== EMPTY_TOKEN) continue;
      const start = y * LAYOUT_CELL_PIXELS * row + 4 * LAYOUT_CELL_PIXELS * x;
      for (let line = 0; line < LAYOUT_CELL_PIXELS; line++) {
        pixels.fill(0, start + line * row, start + line * row + 4 * LAYOUT_CELL_PIXELS);
      }
    }
  }
}
