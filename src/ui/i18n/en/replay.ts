import { bytes, counted, number } from '../format.ts';

/** Words of the replay. */
export const replay = {
  heading: 'Replay',
  canvas: 'The picture at this moment',
  play: 'Play',
  pause: 'Pause',
  moment: 'Moment',
  tokens: (done: number, total: number) => `${number(done)} of ${counted(total, 'token', 'tokens')}`,
  goOn: 'Paint on from here, with another seed',
  note: 'Go to a moment to paint on from there: what is there by then stays, token for token.',
  gif: 'Save as GIF',
  video: 'Save as WebM',
  keep: (name: string) => `Save ${name}`,
  stop: 'Stop',
  making: (done: number, total: number) => `Frame ${number(done)} of ${number(total)}`,
  recording: 'Recording while it plays',
  made: (size: number) => `${bytes(size)}.`,
  open: 'Open in Plein Air',
  loading: 'Fetching the decoder',
  embed: 'To put it into a page of your own',
};

export type ReplayMessages = typeof replay;
