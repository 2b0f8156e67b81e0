import type { SavedWork } from './savedWork.ts';
import type { WorkInfo } from './workInfo.ts';

/** All that is stored of a document. */
export interface WorkRecord {
  readonly work: SavedWork;
  readonly info: WorkInfo;
  /** What of its history comes back with it; `savedHistory.ts` reads it. */
  readonly history?: unknown;
}

/** A document as it lies there, whatever it is: to be put back, copied, or saved as a file. */
export interface RawWork {
  readonly work: unknown;
  readonly info: unknown;
  readonly history: unknown;
  readonly time: number;
}
