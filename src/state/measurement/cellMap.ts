import type { Lattice } from '../../core/lattice.ts';
import type { Studio } from '../studio.ts';
import { MOST_NATS } from './measurement.ts';
import { holdCell, lookAt, setMeasurement } from './measurementActions.ts';

/** A value for each cell, and the one that has the last colour of the scale. */
export interface MeasuredHeat {
  readonly lattice: Lattice;
  /** Nats a cell [rows, columns]. */
  readonly values: Float32Array;
  readonly maximum: number;
}

/** What the colours over the picture show; undefined where nothing is measured. */
export function heatOf({ measurer, store }: Pick<Studio, 'measurer' | 'store'>): MeasuredHeat | undefined {
  const { current } = measurer;
  const { quantity } = store.getState().measurement;
  return current && { lattice: current.lattice, values: current[quantity], maximum: MOST_NATS };
}

/** What the picture's canvas shows of a measurement, and what it tells about the cells. */
export interface MeasuredCells {
  /** Undefined until it is measured. */
  readonly heat: MeasuredHeat | undefined;
  /** The one that is looked at. */
  readonly cell: number | undefined;
  /** The pointer or the cursor is over a cell; undefined: over none. */
  look(cell: number | undefined): void;
  /** A cell was pressed; undefined: the ground beside the picture. */
  pick(cell: number | undefined): void;
}

export function cellMapOf(studio: Studio, heat: MeasuredHeat | undefined): MeasuredCells {
  return {
    heat,
    cell: studio.store.getState().measurement.cell,
    look: (cell) => lookAt(studio, cell),
    pick: (cell) => (cell === undefined ? setMeasurement(studio, { held: false }) : holdCell(studio, cell)),
  };
}
