import type { GalleryMessages } from '../en/gallery.ts';

/** Words of the gallery. */
export const gallery: GalleryMessages = {
  heading: 'Galerie',
  note: 'Peintes avec le modèle par défaut et décodées ici, sous vos yeux. Choisissez-en une comme point de départ. «\u202fAnnuler\u202f» vous ramène à votre travail actuel.',
  loading: 'Chargement de la galerie',
  none: 'Il n’y a pas de galerie ici.',
  untitled: (number) => `Image ${number}`,
};
