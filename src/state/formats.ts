import { isLattice, LATTICE_LIMITS, type Lattice, type LatticeLimits } from '../core/lattice.ts';

/** Formats that are offered by name; any other one is set with the steppers. */
export const FORMATS = [
  { rows: 16, columns: 16 },
  { rows: 16, columns: 32 },
  { rows: 32, columns: 64 },
  { rows: 32, columns: 16 },
  { rows: 32, columns: 32 },
] as const satisfies readonly Lattice[];

export const FIRST_FORMAT: Lattice = { rows: 16, columns: 32 };

/** What a side can be while the other one is as it is, in cells. */
export function sidesFor(other: number, limits: LatticeLimits = LATTICE_LIMITS): number[] {
  const sides: number[] = [];
  for (let side = limits.minimum; side <= limits.maximumLong; side += limits.multiple) {
    if (isLattice({ rows: side, columns: other }, limits)) sides.push(side);
  }
  return sides;
}
