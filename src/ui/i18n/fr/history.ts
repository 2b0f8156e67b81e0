import type { HistoryMessages } from '../en/history.ts';
import { clock, counted } from './format.ts';

/** Words of the history's tree. */
export const history: HistoryMessages = {
  heading: 'Historique',
  note: 'Revenez à n’importe quelle étape. Ce que vous faites ensuite ouvre une nouvelle branche\u202f: rien n’est perdu. La partie la plus récente de l’historique est conservée avec l’image.',
  beginning: 'Début',
  now: 'ici',
  gestures: (count, all) =>
    all === 'strokes' ? counted(count, 'trait', 'traits') : counted(count, 'changement', 'changements'),
  noPicture: 'sans image',
  unfinished: 'inachevée',
  seed: (seed) => `graine ${seed}`,
  time: clock,
};
