import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `Reading “${opening.name}”`;
  const { name, done, total } = opening;
  if (done === 0) return `Fetching “${name}”`;
  return `Fetching “${name}”: ${total === undefined ? bytes(done) : `${bytes(done)} of ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival = {
  heading: 'Open a picture',
  under,
  another: 'Open another file…',
  cancel: 'Cancel',
};

export type ArrivalMessages = typeof arrival;
