import type { Studio } from '../studio.ts';
import { isRunning } from '../painting/jobState.ts';
import type { MeasurementState } from './measurement.ts';

type Store = Pick<Studio, 'store'>;

export function setMeasurement({ store }: Store, part: Partial<MeasurementState>): void {
  store.setState(({ measurement }) => ({ measurement: { ...measurement, ...part } }));
}

/** Shows what the model thinks of the picture, or the picture alone again. */
export function setMeasuring(studio: Studio, open: boolean): void {
  const { store, painter, measurer } = studio;
  const { job } = store.getState();
  // The numbers are seen on the picture alone, and what the pointer does there is one thing at a time.
  if (open) store.setState({ view: 'picture', marking: false });
  else if (isRunning(job) && 'purpose' in job && job.purpose === 'measure') painter.interrupt();
  setMeasurement(studio, { open, cell: undefined, held: false });
  if (open) void measurer.measure();
}

/** The pointer or the keyboard's cursor is over a cell, or, undefined, has left the picture. */
export function lookAt(studio: Store, cell: number | undefined): void {
  const { measurement } = studio.store.getState();
  if (!measurement.held && measurement.cell !== cell) setMeasurement(studio, { cell });
}

/** The cell's card stays, for a code to be taken from it. */
export function holdCell(studio: Store, cell: number): void {
  setMeasurement(studio, { cell, held: studio.store.getState().measurement.available });
}

/** Puts a code into the cell that is looked at. */
export function takeCode({ measurer, store }: Studio, code: number): void {
  const { cell, follow } = store.getState().measurement;
  if (cell !== undefined) void measurer.take(cell, code, follow);
}
