import { isLattice, LATTICE_LIMITS, type Lattice, type LatticeLimits } from '../../core/lattice.ts';
import type { PageState } from '../pageState.ts';

/** Formats that are offered by name; any other one is set with the steppers. */
export const FORMATS = [
  { rows: 16, columns: 16 },
  { rows: 16, columns: 32 },
  { rows: 32, columns: 64 },
  { rows: 32, columns: 16 },
  { rows: 32, columns: 32 },
] as const satisfies readonly Lattice[];

export const FIRST_FORMAT: Lattice = { rows: 16, columns: 32 };

/** Picture pixels to a cell of what is painted next: the model's, or, where that is not known yet, those of the picture. */
export function cellPixelsNow({ bundle, cellPixels }: Pick<PageState, 'bundle' | 'cellPixels'>): number {
  return bundle.manifest?.lattice.cellPixels ?? cellPixels;
}

/** What a side can be while the other one is as it is, in cells. */
export function sidesFor(other: number, limits: LatticeLimits = LATTICE_LIMITS): number[] {
  const sides: number[] = [];
  for (let side = limits.minimum; side <= limits.maximumLong; side += limits.multiple) {
    if (isLattice({ rows: side, columns: other }, limits)) sides.push(side);
  }
  return sides;
}
