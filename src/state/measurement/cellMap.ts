import type { Lattice } from '../../core/lattice.ts';
import type { Studio } from '../studio.ts';
import { MOST_NATS } from './measurement.ts';
import { holdCell, letGo, lookAt } from './measurementActions.ts';

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
  readonly heat: MeasuredHeat | undefined;
  readonly cell: number | undefined;
  look(cell: number | undefined): void;
  pick(cell: number | undefined): void;
}

export function cellMapOf(studio: Studio, heat: MeasuredHeat | undefined): MeasuredCells {
  return {
    heat,
    cell: studio.store.getState().measurement.cell,
    look: (cell) => lookAt(studio, cell),
    pick: (cell) => (cell === undefined ? letGo(studio) : holdCell(studio, cell)),
  };
}
