import type { ExportMessages } from '../en/exporting.ts';

export const exporting: ExportMessages = {
  what: 'Contenu',
  things: { picture: 'Image', layout: 'Esquisse', pair: 'Les deux', project: 'Projet' },
  size: 'Taille en pixels',
  format: 'Format',
  formatNotes: {
    png: 'Chaque pixel tel quel.',
    jpeg: 'Léger, et s’ouvre partout.',
    webp: 'Plus léger que JPEG, pour les navigateurs.',
  },
  pngOfPicture: 'Chaque pixel tel quel, et comment l’image a été faite.',
  convention: 'Valeurs',
  conventionLoses: 'ADE20K n’a ni nuages ni neige\u202f: ils deviennent ciel et montagne.',
  projectNote: 'Tout dans un fichier, à rouvrir ici pour continuer.',
  copy: 'Copier',
  copyNote: 'Copie en PNG, à coller où vous voulez.',
};
