import type { Lattice } from '../lattice.ts';
import type { Rect } from '../rect.ts';

/** Cells along the side of what is shown of a cell: itself and its neighbours. */
const SIDE = 3;

/** A cell and its neighbours, within the lattice: at an edge the cell is not in the middle. In cells. */
export function cellView(cell: number, { rows, columns }: Lattice): Rect {
  const first = (at: number, length: number) => Math.min(length - SIDE, Math.max(0, at - 1));
  const x = first(cell % columns, columns);
  return { x, y: first(Math.floor(cell / columns), rows), width: SIDE, height: SIDE };
}
