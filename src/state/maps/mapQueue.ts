import type { Problem } from '../../core/problem.ts';

/** Maps that become pictures one after the other, with the settings as they are. */
export interface MapQueue {
  readonly items: readonly QueueItem[];
  readonly running: boolean;
}

export interface QueueItem {
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'painting' | 'done' | 'failed' | 'left';
  /** What went wrong, for a person. */
  readonly problem?: Problem;
}

/** Layout and picture of one map, as files. */
export interface QueueResult {
  readonly name: string;
  readonly layout: Uint8Array<ArrayBuffer>;
  readonly picture: Uint8Array<ArrayBuffer>;
}
