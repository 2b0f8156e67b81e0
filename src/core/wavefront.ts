import type { Lattice } from './lattice.ts';

/** The window: rows above, and columns to either side, that a position may attend to. */
export const WINDOW_ROWS = 8;
export const WINDOW_COLUMNS = 8;

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** How many columns a row runs behind the row above: its window's last column, and one (a whole row, if it is shorter). */
export function lagOf(columns: number): number {
  return Math.min(WINDOW_COLUMNS + 1, columns);
}

export function stepCount({ rows, columns }: Lattice): number {
  return columns + lagOf(columns) * (rows - 1);
}

/** The lanes of one step, from the top row down: at most one position a row. `step` is 0..stepCount - 1. */
export function lanesOf({ rows, columns }: Lattice, step: number): Position[] {
  const lag = lagOf(columns);
  const lanes: Position[] = [];
  const first = Math.max(0, Math.ceil((step - columns + 1) / lag));
  for (let row = first; row < rows && step - lag * row >= 0; row++) lanes.push({ row, column: step - lag * row });
  return lanes;
}

/** How many lanes a step of the lattice has at most. */
export function maximumLanes({ rows, columns }: Lattice): number {
  return Math.min(rows, Math.ceil(columns / lagOf(columns)));
}

/** The lanes of every step, in order. */
export function* wavefront(lattice: Lattice): Generator<Position[]> {
  const steps = stepCount(lattice);
  for (let step = 0; step < steps; step++) yield lanesOf(lattice, step);
}

/** The same positions one by one, row by row: what the wavefront must agree with. */
export function* raster({ rows, columns }: Lattice): Generator<Position[]> {
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) yield [{ row, column }];
}
