import { bytes, counted, number } from './format.ts';

/** Words of the replay. */
export const replay = {
  heading: 'Replay',
  canvas: 'Picture at this moment',
  play: 'Play',
  pause: 'Pause',
  moment: 'Moment',
  tokens: (done: number, total: number) => `${number(done)} of ${counted(total, 'token', 'tokens')}`,
  goOn: 'Continue from here with a new seed',
  note: 'Go to any moment to continue from there. What is painted by then stays, token for token.',
  gif: 'Save as GIF',
  video: (container: 'mp4' | 'webm'): string => (container === 'mp4' ? 'Save as MP4' : 'Save as WebM'),
  keep: (name: string) => `Save ${name}`,
  stop: 'Stop',
  making: (done: number, total: number) => `Frame ${number(done)} of ${number(total)}`,
  made: (size: number) => `${bytes(size)}.`,
  open: 'Open in Plein Air',
  embed: 'Embed it in your own page',
};

export type ReplayMessages = typeof replay;
