import type { ExportMessages } from '../en/exporting.ts';

export const exporting: ExportMessages = {
  what: 'Was',
  things: { picture: 'Bild', layout: 'Skizze', pair: 'Beides', project: 'Projekt' },
  size: 'Größe in Pixeln',
  format: 'Format',
  formatNotes: {
    png: 'Jeder Pixel genau, wie er ist.',
    jpeg: 'Klein und überall zu öffnen.',
    webp: 'Kleiner als JPEG, für Browser.',
  },
  pngOfPicture: 'Jeder Pixel genau, und wie das Bild entstand.',
  convention: 'Werte',
  conventionLoses: 'ADE20K kennt weder Wolken noch Schnee: Sie werden zu Himmel und Berg.',
  projectNote: 'Alles in einer Datei, um hier weiterzumachen.',
  copy: 'Kopieren',
  copyNote: 'Kopiert als PNG, zum Einfügen anderswo.',
};
