import { LAYOUT_CELL_PIXELS, type Lattice } from '../lattice.ts';
import type { Point } from '../point.ts';
import type { Region } from './region.ts';

/** Steps of half a cell miss no cell that the disc between them touches by more than a corner. */
const STEP = LAYOUT_CELL_PIXELS / 2;

/**
 * Marks every cell that a disc touches on its way from one point to another.
 * @param from in layout pixels
 * @param size the disc's diameter in layout pixels
 * @returns whether anything has changed
 */
export function markPath(
  region: Region,
  lattice: Lattice,
  from: Point,
  to: Point,
  size: number,
  value: 0 | 1,
): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  let changed = false;
  for (let n = 0; n <= steps; n++) {
    const x = from.x + ((to.x - from.x) * n) / steps;
    const y = from.y + ((to.y - from.y) * n) / steps;
    if (markDisc(region, lattice, x, y, size / 2, value)) changed = true;
  }
  return changed;
}

function markDisc(region: Region, { rows, columns }: Lattice, x: number, y: number, radius: number, value: 0 | 1) {
  const first = (at: number) => Math.max(0, Math.floor((at - radius) / LAYOUT_CELL_PIXELS));
  const last = (at: number, limit: number) => Math.min(limit - 1, Math.floor((at + radius) / LAYOUT_CELL_PIXELS));
  let changed = false;
  for (let row = first(y); row <= last(y, rows); row++) {
    for (let column = first(x); column <= last(x, columns); column++) {
      if (distanceTo(column, x) ** 2 + distanceTo(row, y) ** 2 >= Math.max(radius, 1) ** 2) continue;
      const cell = row * columns + column;
      if (region[cell] !== value) changed = true;
      region[cell] = value;
    }
  }
  return changed;
}

/** From a place to the nearest point of a cell, along one axis. */
function distanceTo(cell: number, at: number): number {
  return Math.max(0, cell * LAYOUT_CELL_PIXELS - at, at - (cell + 1) * LAYOUT_CELL_PIXELS);
}
