import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import type { PhotoMessages } from '../en/photo.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: 'Moitié haute',
  bottom: 'Moitié basse',
  left: 'Moitié gauche',
  right: 'Moitié droite',
  all: 'Tout',
};

const TOOLS: Record<KeepTool, string> = { brush: 'Pinceau', rectangle: 'Rectangle' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'Libre',
  painted: 'La vôtre',
  own: 'De la photo',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo: PhotoMessages = {
  heading: 'Étendre une photo',
  another: 'Ouvrir un autre fichier…',
  isMap: 'C’est une carte de segmentation',
  size: (width, height, firstFrame) =>
    `${number(width)} × ${number(height)}${firstFrame ? ', première image de l’animation' : ''}`,
  canvas: (name) => `«\u202f${name}\u202f»\u202f: marquez ce qu’il faut garder`,
  description:
    'Peignez sur ce qu’il faut garder\u202f; maintenez Alt pour effacer les marques. Les flèches déplacent le pinceau, de 16 pixels avec Maj. Entrée marque. ' +
    'Maintenez Espace pour marquer en vous déplaçant.',
  keep: 'Garder',
  preset: (preset) => PRESETS[preset],
  tools: 'Marquer à la main',
  tool: (tool) => TOOLS[tool],
  brushSize: 'Taille du marqueur',
  brushSizeValue: (pixels) => `${number(pixels)}\u00a0px`,
  invert: 'Inverser',
  kept: (kept, cells) =>
    kept === cells
      ? 'Tout est gardé.'
      : kept === 0
        ? 'Rien n’est encore gardé. Marquez la partie à garder.'
        : `Part gardée\u202f: ${share(kept / cells)}. Le reste sera peint.`,
  whole: (name) => `«\u202f${name}\u202f» en entier, la partie choisie encadrée`,
  pictureSize: 'Taille de l’image',
  sizeNearest: (size) => `${size}, la plus proche de la photo`,
  sizeNow: (size) => `${size}, actuelle`,
  zoom: 'Zoom',
  zoomValue: (zoom) => `${decimal(zoom)} ×`,
  across: 'Position horizontale',
  down: 'Position verticale',
  placeValue: (place) => share(place),
  layout: 'Esquisse du reste',
  layouts: (layout) => LAYOUTS[layout],
  layoutOnly: 'Prendre juste l’esquisse',
  mood: (name) => `Dans sa propre ambiance\u202f: ${name}`,
  moodOnly: 'Prendre juste l’ambiance',
  complete: 'Peindre le reste',
  take: 'En faire l’image',
  note: 'La partie gardée montre les pixels mêmes de la photo. La photo reste sur cet appareil. «\u202fAnnuler\u202f» vous ramène à votre travail actuel.',
  linkNote:
    'Une partie de cette image est une photo. Un lien contient des tokens, pas des pixels\u202f: il montre cette partie telle que le modèle la voit. Le fichier du projet garde les pixels de la photo.',
};
