import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import type { ArrivalMessages } from '../en/arrival.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `Lecture de «\u202f${opening.name}\u202f»`;
  const { name, done, total } = opening;
  if (done === 0) return `Téléchargement de «\u202f${name}\u202f»`;
  return `Téléchargement de «\u202f${name}\u202f»\u202f: ${total === undefined ? bytes(done) : `${bytes(done)} sur ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival: ArrivalMessages = {
  heading: 'Ouvrir une image',
  under,
  another: 'Ouvrir un autre fichier…',
  cancel: 'Annuler',
};
