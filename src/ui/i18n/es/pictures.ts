import type { AutosaveTrouble } from '../../../io/autosave.ts';
import type { PicturesMessages } from '../en/pictures.ts';
import { bytes, counted, date } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: 'No queda espacio en este navegador, así que tu trabajo no se guarda. La página lo sigue intentando. Libera espacio o guarda un proyecto.',
  unavailable: 'Este navegador no guarda tu trabajo. La página lo sigue intentando. Guarda un proyecto antes de salir.',
  silent:
    'El almacenamiento de este navegador no responde. La página se abrió sin tu última imagen, que sigue ahí. Recarga la página para intentarlo de nuevo.',
};

const nameOf = (title: string) => (title === '' ? 'esta imagen' : `«${title}»`);

/** Words of a person's pictures, and of keeping them. */
export const pictures: PicturesMessages = {
  heading: 'Tus imágenes',
  note: 'Todo lo que creas se queda en este navegador hasta que lo elimines.',
  loading: 'Buscando tus imágenes',
  none: 'Aún no hay nada. Lo que pintes aparecerá aquí automáticamente.',
  failed: 'El almacenamiento de este navegador no responde. Recarga la página para intentarlo de nuevo.',
  stored: 'Guardada en este navegador.',
  begin: 'Nueva imagen',
  open: (title: string) => `Abrir ${nameOf(title)}`,
  untitled: 'Sin título',
  unreadable: 'No se puede leer',
  marks: { here: 'Abierta aquí', elsewhere: 'Abierta en otra pestaña', nowhere: '' },
  link: 'De un enlace',
  date,
  size: (width: number, height: number) => `${width} × ${height}`,
  more: (title: string) => `Más opciones de ${nameOf(title)}`,
  rename: 'Renombrar…',
  title: 'Título',
  apply: 'Renombrar',
  duplicate: 'Duplicar',
  copyOf: (title: string) => (title === '' ? 'Copia sin título' : `Copia de ${title}`),
  saveProject: 'Guardar como proyecto',
  saveRaw: 'Guardar como archivo',
  remove: 'Eliminar',
  deleted: (title: string) => `Se eliminó ${title === '' ? 'la imagen' : `«${title}»`}.`,
  undo: 'Deshacer',
  full: 'No queda espacio en este navegador. Elimina las imágenes que ya no necesites o guárdalas antes como proyectos.',
  room: (count: number, used: number) => `${counted(count, 'imagen', 'imágenes')}, ${bytes(used)}.`,
  back: 'Volver a la anterior',
  openLast: 'Abrirla',
  troubles: TROUBLES,
  saveNow: 'Guardar proyecto',
  unsaved: {
    heading: 'Esta imagen no está guardada',
    note: 'Este navegador no pudo guardar la imagen que tienes abierta. Guárdala como proyecto antes de que otra ocupe su lugar.',
    save: 'Guardar el proyecto',
    replace: 'Reemplazar igualmente',
    keep: 'Conservarla',
  },
};
