import type { HistoryMessages } from '../en/history.ts';
import { clock, counted } from './format.ts';

/** Words of the history's tree. */
export const history: HistoryMessages = {
  heading: 'Verlauf',
  note: 'Du kannst zu jedem Schritt zurück. Was du von dort aus machst, wird ein neuer Zweig: Es geht nichts verloren. Der jüngste Teil des Verlaufs wird mit dem Bild gespeichert.',
  beginning: 'Anfang',
  now: 'jetzt',
  gestures: (count, all) =>
    all === 'strokes' ? counted(count, 'Strich', 'Striche') : counted(count, 'Änderung', 'Änderungen'),
  noPicture: 'kein Bild',
  unfinished: 'unfertig',
  seed: (seed) => `Seed ${seed}`,
  time: clock,
};
