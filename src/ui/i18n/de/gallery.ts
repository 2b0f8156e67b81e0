import type { GalleryMessages } from '../en/gallery.ts';

/** Words of the gallery. */
export const gallery: GalleryMessages = {
  heading: 'Galerie',
  note: 'Mit dem Standardmodell gemalt; die Pixel entstehen beim Ansehen hier in der Seite. Wähle ein Bild, um daran weiterzuarbeiten. Mit „Rückgängig“ kommst du zum jetzigen Stand zurück.',
  loading: 'Galerie wird geladen',
  none: 'Hier gibt es keine Galerie.',
  untitled: (number) => `Bild ${number}`,
};
