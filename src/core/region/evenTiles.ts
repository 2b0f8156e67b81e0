import type { Rect } from '../rect.ts';

/** A run of the decoder is never larger than this, so that a cancel does not wait for long. In cells. */
const WIDEST = 32;
const TALLEST = 16;

/** Cuts a rectangle of cells into tiles of about the same size, none wider than 32 or taller than 16, from the top. */
export function evenTiles(rect: Rect): Rect[] {
  const tiles: Rect[] = [];
  for (const [top, bottom] of evenParts(rect.y, rect.height, TALLEST)) {
    for (const [left, right] of evenParts(rect.x, rect.width, WIDEST)) {
      tiles.push({ x: left, y: top, width: right - left, height: bottom - top });
    }
  }
  return tiles;
}

function evenParts(start: number, length: number, longest: number): [number, number][] {
  const count = Math.ceil(length / longest);
  const at = (n: number) => start + Math.round((n * length) / count);
  return Array.from({ length: count }, (_, n) => [at(n), at(n + 1)]);
}
