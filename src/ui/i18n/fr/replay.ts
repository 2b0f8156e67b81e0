import type { ReplayMessages } from '../en/replay.ts';
import { bytes, counted, number } from './format.ts';

/** Words of the replay. */
export const replay: ReplayMessages = {
  heading: 'Replay',
  canvas: 'L’image à cet instant',
  play: 'Lire',
  pause: 'Pause',
  moment: 'Instant',
  tokens: (done, total) => `${number(done)} sur ${counted(total, 'token', 'tokens')}`,
  goOn: 'Continuer d’ici avec une autre graine',
  note: 'Allez à n’importe quel instant pour continuer à partir de là. Ce qui est déjà peint reste, token pour token.',
  gif: 'Créer un GIF',
  video: (container) => (container === 'mp4' ? 'Créer un MP4' : 'Créer un WebM'),
  keep: (name) => `Enregistrer ${name}`,
  stop: 'Arrêter',
  making: (done, total) => `Image ${number(done)} sur ${number(total)}`,
  made: (size) => `${bytes(size)}.`,
  open: 'Ouvrir dans Plein Air',
  embed: 'Intégrer à votre propre page',
};
