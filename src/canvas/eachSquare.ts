import type { Rect } from '../core/rect.ts';

/**
 * Visits all squares of a lattice that a rectangle touches.
 * @param side of a square, in the rectangle's unit @returns them all, in squares
 */
export function eachSquare(rect: Rect, side: number, visit: (row: number, column: number) => void): Rect {
  const x = Math.floor(rect.x / side);
  const y = Math.floor(rect.y / side);
  const right = Math.ceil((rect.x + rect.width) / side);
  const bottom = Math.ceil((rect.y + rect.height) / side);
  for (let row = y; row < bottom; row++) for (let column = x; column < right; column++) visit(row, column);
  return { x, y, width: right - x, height: bottom - y };
}
