import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import type { PhotoMessages } from '../en/photo.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: 'Mitad superior',
  bottom: 'Mitad inferior',
  left: 'Mitad izquierda',
  right: 'Mitad derecha',
  all: 'Todo',
};

const TOOLS: Record<KeepTool, string> = { brush: 'Pincel', rectangle: 'Rectángulo' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'Libre',
  painted: 'El actual',
  own: 'De la foto',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo: PhotoMessages = {
  heading: 'Extender una foto',
  another: 'Abrir otro archivo…',
  isMap: 'Es un mapa de segmentación',
  size: (width: number, height: number, firstFrame: boolean) =>
    `${number(width)} × ${number(height)}${firstFrame ? ', el primer fotograma' : ''}`,
  canvas: (name: string) => `«${name}»: marca lo que quieras conservar`,
  description:
    'Pinta sobre lo que quieras conservar; mantén Alt para desmarcar. Las flechas mueven el pincel; con Mayús, ' +
    '16 píxeles. Intro marca. Mantén Espacio para marcar a tu paso.',
  keep: 'Conservar',
  preset: (preset: KeepPreset) => PRESETS[preset],
  tools: 'Marcar a mano',
  tool: (tool: KeepTool) => TOOLS[tool],
  brushSize: 'Tamaño del marcador',
  brushSizeValue: (pixels: number) => `${number(pixels)} px`,
  invert: 'Invertir',
  kept: (kept: number, cells: number) =>
    kept === cells
      ? 'Se conserva entera.'
      : kept === 0
        ? 'Aún no se conserva nada. Marca la parte que quieras conservar.'
        : `Se conserva el ${share(kept / cells)}; el resto se pinta.`,
  whole: (name: string) => `«${name}» entera, con la parte elegida en un marco`,
  pictureSize: 'Tamaño de la imagen',
  sizeNearest: (size: string) => `${size}, el más parecido a la foto`,
  sizeNow: (size: string) => `${size}, como ahora`,
  zoom: 'Zoom',
  zoomValue: (zoom: number) => `${decimal(zoom)} ×`,
  across: 'Posición horizontal',
  down: 'Posición vertical',
  placeValue: (place: number) => share(place),
  layout: 'Boceto del resto',
  layouts: (layout: PhotographLayout) => LAYOUTS[layout],
  layoutOnly: 'Usar solo su boceto',
  mood: (name: string) => `Con su propio ambiente: ${name}`,
  moodOnly: 'Usar solo su ambiente',
  complete: 'Pintar el resto',
  take: 'Usar como imagen',
  note: 'La parte que conservas muestra los píxeles de la foto. La foto no sale de este dispositivo. Con Deshacer recuperas lo que tienes ahora.',
  linkNote:
    'Parte de esta imagen es una foto. Un enlace lleva tokens, no píxeles, así que muestra esa parte como la ve el modelo. El archivo de proyecto conserva los píxeles de la foto.',
};
