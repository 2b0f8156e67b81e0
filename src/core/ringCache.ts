import type { Lattice } from './lattice.ts';
import { WINDOW_COLUMNS, WINDOW_ROWS, type Position } from './wavefront.ts';

/** The positions of the window before a position, in raster order: rows -8 .. 0, columns -8 .. 8. */
export const WINDOW_OFFSETS: readonly Position[] = Array.from(
  { length: WINDOW_ROWS * (2 * WINDOW_COLUMNS + 1) + WINDOW_COLUMNS },
  (_, n) => ({
    row: Math.floor(n / (2 * WINDOW_COLUMNS + 1)) - WINDOW_ROWS,
    column: (n % (2 * WINDOW_COLUMNS + 1)) - WINDOW_COLUMNS,
  }),
);

/** 144 positions before a position. */
export const WINDOW = WINDOW_OFFSETS.length;

/** Rows of the lattice that the cache holds: a row is overwritten one step after its last reader. */
export const RING_ROWS = WINDOW_ROWS + 1;

/** What `bias` holds for a position that is not there. */
export const MASKED = -1e9;

/** How many rows the cache tensor has for one stream of keys and values. */
export function cacheSlots({ columns }: Lattice): number {
  return RING_ROWS * columns;
}

/** The cache row of a position. */
export function slotOf({ columns }: Lattice, { row, column }: Position): number {
  return (row % RING_ROWS) * columns + column;
}

/**
 * Writes one lane's window: cache rows into `slots` [144] and 0 or -1e9 into `bias` [145]. Where the window leaves the
 * lattice the slot is `base` (any row that exists; the bias masks it). The last bias is the position itself.
 * @param base the first cache row of the lane's stream
 */
export function writeWindow(
  lattice: Lattice,
  position: Position,
  base: number,
  slots: Int32Array,
  bias: Float32Array,
): void {
  for (let n = 0; n < WINDOW; n++) {
    const offset = WINDOW_OFFSETS[n]!;
    const row = position.row + offset.row;
    const column = position.column + offset.column;
    const there = row >= 0 && column >= 0 && column < lattice.columns;
    slots[n] = there ? base + slotOf(lattice, { row, column }) : base;
    bias[n] = there ? 0 : MASKED;
  }
  bias[WINDOW] = 0;
}
