import type { Lattice } from '../lattice.ts';
import type { Position } from '../wavefront.ts';

/** All positions one by one, row by row: what the wavefront must agree with. */
export function* raster({ rows, columns }: Lattice): Generator<Position[]> {
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) yield [{ row, column }];
}
