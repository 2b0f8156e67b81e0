import type { GalleryMessages } from '../en/gallery.ts';

/** Words of the gallery. */
export const gallery: GalleryMessages = {
  heading: 'Galería',
  note: 'Hechas con el modelo predeterminado y decodificadas en esta página mientras las miras. Elige una para continuar desde ella. Con Deshacer recuperas lo que tienes ahora.',
  loading: 'Cargando la galería',
  none: 'Aquí no hay galería.',
  untitled: (number: number) => `Imagen ${number}`,
};
