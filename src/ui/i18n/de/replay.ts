import type { ReplayMessages } from '../en/replay.ts';
import { bytes, counted, number } from './format.ts';

/** Words of the replay. */
export const replay: ReplayMessages = {
  heading: 'Wiedergabe',
  canvas: 'Bild in diesem Moment',
  play: 'Abspielen',
  pause: 'Pause',
  moment: 'Moment',
  tokens: (done, total) => `${number(done)} von ${counted(total, 'Token', 'Tokens')}`,
  goOn: 'Ab hier mit neuem Seed weitermalen',
  note: 'Geh zu einem beliebigen Moment und male von dort weiter. Was bis dahin gemalt ist, bleibt, Token für Token.',
  gif: 'Als GIF speichern',
  video: (container) => (container === 'mp4' ? 'Als MP4 speichern' : 'Als WebM speichern'),
  keep: (name) => `${name} speichern`,
  stop: 'Stopp',
  making: (done, total) => `Einzelbild ${number(done)} von ${number(total)}`,
  made: (size) => `${bytes(size)}.`,
  open: 'In Plein Air öffnen',
  embed: 'In die eigene Seite einbetten',
};
