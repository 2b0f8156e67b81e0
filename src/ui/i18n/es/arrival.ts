import type { PictureOpening } from '../../../state/arrival/pictureOpening.ts';
import type { ArrivalMessages } from '../en/arrival.ts';
import { bytes } from './format.ts';

function under(opening: Exclude<PictureOpening, { phase: 'failed' }>): string {
  if (opening.phase === 'reading') return `Leyendo «${opening.name}»`;
  const { name, done, total } = opening;
  if (done === 0) return `Descargando «${name}»`;
  return `Descargando «${name}»: ${total === undefined ? bytes(done) : `${bytes(done)} de ${bytes(total)}`}`;
}

/** Words of what happens to files before it is known what they are. */
export const arrival: ArrivalMessages = {
  heading: 'Abrir una imagen',
  under,
  another: 'Abrir otro archivo…',
  cancel: 'Cancelar',
};
