import type { ExportMessages } from '../en/exporting.ts';

export const exporting: ExportMessages = {
  what: 'Qué',
  things: { picture: 'Imagen', layout: 'Boceto', pair: 'Ambos', project: 'Proyecto' },
  size: 'Tamaño en píxeles',
  format: 'Formato',
  formatNotes: {
    png: 'Cada píxel tal cual.',
    jpeg: 'Ligero, y se abre en todas partes.',
    webp: 'Más ligero que JPEG, para navegadores.',
  },
  pngOfPicture: 'Cada píxel tal cual, y cómo se hizo la imagen.',
  convention: 'Valores',
  conventionLoses: 'ADE20K no tiene nubes ni nieve: pasan a ser cielo y montaña.',
  projectNote: 'Todo en un archivo, para abrirlo aquí y seguir.',
  copy: 'Copiar',
  copyNote: 'Se copia como PNG, para pegarla donde quieras.',
};
