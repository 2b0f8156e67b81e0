import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import type { ArrivalMessages } from '../en/arrival.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `„${opening.name}“ wird gelesen`;
  const { name, done, total } = opening;
  if (done === 0) return `„${name}“ wird geladen`;
  return `„${name}“ wird geladen: ${total === undefined ? bytes(done) : `${bytes(done)} von ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival: ArrivalMessages = {
  heading: 'Bild öffnen',
  under,
  another: 'Andere Datei öffnen\u00A0…',
  cancel: 'Abbrechen',
};
