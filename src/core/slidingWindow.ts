import type { Lattice } from './lattice.ts';
import type { Position } from './wavefront.ts';

/** Cells along a side of the window of models of kind `sliding`. */
export const WINDOW_SIDE = 16;
/** Codes of the layout that come before those of the picture. */
export const PREFIX = WINDOW_SIDE * WINDOW_SIDE;
/** The most positions that a window can hold: the last cell's own code is drawn and not looked at. */
export const WINDOW_POSITIONS = 2 * PREFIX - 1;

/** Cells that follow each other in raster order and have the same window, so that its cache stays valid among them. */
export interface SlidingRun {
  /** The window's first row and column. */
  readonly top: number;
  readonly left: number;
  readonly cells: readonly Position[];
}

/**
 * Where the window of a cell begins: the cell is at (8, 8) inside it, except near the borders, where the window stays
 * inside the lattice. The rule of `scripts/sample_conditional.py` (`run_conditional`) in CompVis/taming-transformers.
 * @param at the cell's row, or its column
 * @param length how many the lattice has of it, 16 or more
 */
export function windowStart(at: number, length: number): number {
  return Math.min(Math.max(at - WINDOW_SIDE / 2, 0), length - WINDOW_SIDE);
}

/** All cells of a lattice in raster order, by the windows that they share. */
export function* slidingRuns({ rows, columns }: Lattice): Generator<SlidingRun> {
  let run: { top: number; left: number; cells: Position[] } | undefined;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const top = windowStart(row, rows);
      const left = windowStart(column, columns);
      if (run === undefined || run.top !== top || run.left !== left) {
        if (run !== undefined) yield run;
        run = { top, left, cells: [] };
      }
      run.cells.push({ row, column });
    }
  }
  if (run !== undefined) yield run;
}

/**
 * What the transformer is given at the first cell of a run: the layout's codes inside the window, then the tokens inside
 * it that come before the cell.
 * @param condition the layout's codes [rows, columns]
 * @param tokens [rows, columns]
 */
export function sequenceOf(
  { columns }: Lattice,
  { top, left, cells }: SlidingRun,
  condition: Int32Array,
  tokens: Int16Array,
): Int32Array {
  const first = cells[0]!;
  const before = (first.row - top) * WINDOW_SIDE + first.column - left;
  const placeOf = (n: number) => (top + Math.floor(n / WINDOW_SIDE)) * columns + left + (n % WINDOW_SIDE);
  return Int32Array.from({ length: PREFIX + before }, (_, n) =>
    n < PREFIX ? condition[placeOf(n)]! : tokens[placeOf(n - PREFIX)]!,
  );
}
