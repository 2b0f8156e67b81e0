import { clock, counted } from './format.ts';

/** Words of the history's tree. */
export const history = {
  heading: 'History',
  note: 'Go back to any step. What you do from there starts a new branch, so nothing is lost. The latest part of the history is stored with the picture.',
  beginning: 'Start',
  now: 'now',
  gestures: (count: number, all: 'strokes' | 'changes') =>
    all === 'strokes' ? counted(count, 'stroke', 'strokes') : counted(count, 'change', 'changes'),
  noPicture: 'no picture',
  unfinished: 'unfinished',
  seed: (seed: number) => `seed ${seed}`,
  time: clock,
};

export type HistoryMessages = typeof history;
