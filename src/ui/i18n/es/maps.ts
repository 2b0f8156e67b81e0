import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import type { MapMessages } from '../en/maps.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { counted, formats, preciseShare, share } from './format.ts';

const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Air, números',
  'plein-air-colors': 'Plein Air, colores',
  'coco-stuff': 'COCO-Stuff y S-FLCKR, ID desde 0',
  'coco-stuff-1': 'COCO-Stuff, ID desde 1',
  'coco-pixel-maps': 'COCO-Stuff, mapas de píxeles',
  spade: 'SPADE, ID (182: desconocido)',
  gaugan: 'GauGAN, colores',
  'smart-sketch': 'Smart-Sketch, colores',
  ade20k: 'ADE20K, ID desde 1',
  'ade20k-0': 'ADE20K, ID desde 0',
  'ade20k-colors': 'ADE20K, colores',
  'ade20k-full': 'ADE20K, etiquetas completas (_seg)',
  cityscapes: 'Cityscapes, ID',
  'cityscapes-train': 'Cityscapes, ID de entrenamiento',
  'cityscapes-colors': 'Cityscapes, colores',
  'coco-panoptic': 'COCO panoptic, colores',
  'coco-panoptic-ids': 'COCO panoptic, ID',
  mmsegmentation: 'mmsegmentation, ID',
  'mmsegmentation-colors': 'mmsegmentation, colores',
  jittor: 'Jittor (paisajes), ID',
  voc: 'VOC, colores (labelme, CVAT)',
};

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return 'Es una máscara de dos valores. Di qué es cada uno.';
  const some = counted(regions.length, 'región', 'regiones');
  if (convention === undefined) return `Sin convención conocida: ${some}. Di qué es cada una.`;
  if (unnamed) return `${CONVENTIONS[convention]}: ${some} con etiquetas propias del autor. Di qué es cada una.`;
  const classes = counted(regions.length, 'clase', 'clases');
  return `${CONVENTIONS[convention]}: ${classes}${lossy ? '' : `, ${preciseShare(exact)} exacto`}.`;
}

const regionName = regionText({
  transparent: 'Transparente',
  other: 'Los demás valores',
  label: (digits) => `Etiqueta ${digits}`,
});

const doubts = doubtsText(
  {
    lossy: 'Este formato no conserva los colores exactos: fíjate en los bordes. Un PNG sería nítido.',
    inexact: 'Lo que no era exacto pasó a la región más cercana.',
    guessed: 'Las clases son una primera estimación por color y altura.',
    numbers: 'El archivo contiene números; los colores de aquí solo sirven para distinguirlos.',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: 'Con Deshacer recuperas lo que tienes ahora.',
  rereading: 'Leyéndolo de otra manera',
  taking: 'Creando el boceto',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: 'En espera',
  reading: 'Leyendo el mapa',
  painting: 'Pintando',
  done: 'Listo',
  failed: 'No leído',
  left: 'Omitido',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps: MapMessages = {
  drop: 'Suéltalo donde sea',
  dropNote:
    'Una foto se puede extender, un mapa de segmentación se convierte en el boceto y varios mapas dan una imagen cada uno. También se abren proyectos y modelos.',
  heading: 'Usar un mapa como boceto',
  another: 'Abrir otro archivo…',
  isPhotograph: 'Es una foto',
  understood,
  doubts,
  nameThem: 'Nombrar los colores',
  orRead: (id: ConventionId) => `¿O es ${CONVENTIONS[id]}?`,
  readAs: 'Leer como',
  classShare: (name: string, part: number) => `${name} ${part < 0.005 ? '< 1\u00a0%' : share(part)}`,
  wouldGive: (exact: number, classes: readonly string[]) => `${preciseShare(exact)} exacto: ${classes.join(', ')}`,
  unknownNote: 'Di tú qué es cada región.',
  others: (ids: readonly ConventionId[]) => `No encaja con estas: ${ids.map((id) => CONVENTIONS[id]).join('; ')}.`,
  convention: (id: ConventionId) => CONVENTIONS[id],
  unknown: 'Regiones sin nombre',
  original: 'Tu mapa',
  originalOf: (name: string) => `«${name}» tal cual`,
  reading: 'Así se lee',
  preview: (name: string) => `Así se lee «${name}»`,
  regions: 'Regiones',
  region: regionName,
  small: (count: number, part: number) =>
    `${counted(count, 'región pequeña', 'regiones pequeñas')}, ` +
    `${part < 0.001 ? '< 0,1\u00a0%' : preciseShare(part)} en total`,
  guess: (name: string) => `¿${name}?`,
  regionShare: (part: number) => (part < 0.001 ? '< 0,1\u00a0%' : share(part)),
  classOf: (region: string) => `Qué es «${region}»`,
  size: 'Tamaño del boceto',
  sizeNow: (size: string) => `${size}, como ahora`,
  sizeNearest: (size: string) => `${size}, el más parecido al mapa`,
  fit: 'Ajuste',
  fits: { cut: 'Recortar', stretch: 'Estirar' },
  place: 'Qué parte',
  placeValue: (place: number) => share(place),
  placeNote: 'O arrastra el marco.',
  take: 'Usar como boceto',
  takeAndPaint: 'Usar y pintar',
  phase: (phase: ReadImport['phase']) => PHASES[phase],
  queue: {
    heading: 'Mapas uno a uno',
    note: 'De cada mapa sale una imagen con los ajustes actuales. A las últimas puedes volver con Deshacer.',
    state: (item: QueueItem) => STATES[item.state],
    progress: (done: number, total: number) => `${done} de ${counted(total, 'mapa', 'mapas')}`,
    stop: 'Detener',
    save: 'Guardar todo en un ZIP',
  },
};
