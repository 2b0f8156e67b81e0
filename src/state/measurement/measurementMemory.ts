import { sameLattice } from '../../core/lattice.ts';
import { sameNumbers } from '../../core/sameNumbers.ts';
import type { Measurement } from './measurement.ts';

/** What a measurement is true of. */
export type Measured = Pick<Measurement, 'lattice' | 'tokens' | 'mood' | 'zoom' | 'layoutHash' | 'bundle'>;

/** 120 kB each at most, for a picture that is painted at once. */
const KEPT = 12;

/** The last measurements, by all that they depend on: undo shows the numbers of before, and no others. */
export class MeasurementMemory {
  private kept: Measurement[] = [];

  keep(measurement: Measurement): void {
    this.kept = [measurement, ...this.kept.filter((other) => !isSame(other, measurement))].slice(0, KEPT);
  }

  find(picture: Measured): Measurement | undefined {
    return this.kept.find((one) => isSame(one, picture));
  }
}

function isSame(a: Measured, b: Measured): boolean {
  return (
    a.mood === b.mood &&
    a.zoom === b.zoom &&
    a.layoutHash === b.layoutHash &&
    a.bundle === b.bundle &&
    sameLattice(a.lattice, b.lattice) &&
    sameNumbers(a.tokens, b.tokens)
  );
}
