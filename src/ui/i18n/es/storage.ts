import type { Stored, StorageReport } from '../../../io/browserStorage.ts';
import type { StorageMessages } from '../en/storage.ts';
import { bytes, counted } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Modelos',
  engine: 'Motor',
  page: 'Página',
  work: 'Tus imágenes',
};

/** As the object of "delete". */
const WHAT: Record<Stored, string> = {
  models: 'los modelos',
  engine: 'el motor',
  page: 'la página',
  work: 'tus imágenes',
};

const DELETED: Record<Stored, string> = {
  models: 'Se eliminaron los modelos.',
  engine: 'Se eliminó el motor.',
  page: 'Se eliminó la página.',
  work: 'Se eliminaron tus imágenes.',
};

/** Words about what is kept in this browser. */
export const storage: StorageMessages = {
  heading: 'Guardado en este navegador',
  note: 'Todo se queda en este dispositivo. Los modelos, su motor y la página se descargan de nuevo cuando hacen falta; las imágenes que elimines se pierden.',
  parts: PARTS,
  size: (part: Stored, { parts, former }: Pick<StorageReport, 'parts' | 'former'>) => {
    if (part === 'work') return counted(parts.work, 'imagen', 'imágenes');
    if (parts[part] === 0) return 'nada';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}, ${bytes(old)} ya sin uso`;
  },
  looking: 'Midiendo',
  remove: 'Eliminar',
  sure: '¿Seguro?',
  delete: (part: Stored) => `Eliminar ${WHAT[part]}`,
  // What is seen on the button comes first, so that it can be called by voice.
  really: (part: Stored) => `¿Seguro? Eliminar ${WHAT[part]}`,
  deleted: (part: Stored) => DELETED[part],
  keep: 'Pedir al navegador que lo conserve',
  promised: 'El navegador ha prometido conservarlo.',
  refused: 'El navegador no promete nada: puede borrarlo cuando falte espacio. Guarda como proyecto lo que te importe.',
};
