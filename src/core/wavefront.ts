import type { AttentionWindow } from './attentionWindow.ts';
import type { Lattice } from './lattice.ts';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** How many columns a row runs behind the row above: its window's last column, and one (a whole row, if it is shorter). */
export function lagOf(columns: number, { right }: Pick<AttentionWindow, 'right'>): number {
  return Math.min(right + 1, columns);
}

export function stepCount({ rows, columns }: Lattice, window: AttentionWindow): number {
  return columns + lagOf(columns, window) * (rows - 1);
}

/** The lanes of one step, from the top row down: at most one position a row. `step` is 0..stepCount - 1. */
export function lanesOf({ rows, columns }: Lattice, window: AttentionWindow, step: number): Position[] {
  const lag = lagOf(columns, window);
  const lanes: Position[] = [];
  const first = Math.max(0, Math.ceil((step - columns + 1) / lag));
  for (let row = first; row < rows && step - lag * row >= 0; row++) lanes.push({ row, column: step - lag * row });
  return lanes;
}

/** The lanes of every step, in order. */
export function* wavefront(lattice: Lattice, window: AttentionWindow): Generator<Position[]> {
  const steps = stepCount(lattice, window);
  for (let step = 0; step < steps; step++) yield lanesOf(lattice, window, step);
}
