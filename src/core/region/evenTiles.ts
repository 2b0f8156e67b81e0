import type { Rect } from '../rect.ts';

/** A run of the decoder is never larger than this, so that a cancel does not wait for long. In cells. */
const WIDEST = 32;
const TALLEST = 16;

/**
 * Cuts a rectangle of cells into tiles of about the same size, from the top, none wider than 32 cells.
 * @param tallest rows that a tile has at most: higher tiles pay for their halo less often, and each is seen later
 */
export function evenTiles(rect: Rect, tallest = TALLEST): Rect[] {
  const columns = evenParts(rect.x, rect.width, WIDEST);
  return evenParts(rect.y, rect.height, tallest).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => ({ x: left, y: top, width: right - left, height: bottom - top })),
  );
}

/** Cuts a length into parts of about the same size, none longer than `longest`. @returns where each begins and ends */
export function evenParts(start: number, length: number, longest: number): [number, number][] {
  const count = Math.ceil(length / longest);
  const at = (n: number) => start + Math.round((n * length) / count);
  return Array.from({ length: count }, (_, n) => [at(n), at(n + 1)]);
}
