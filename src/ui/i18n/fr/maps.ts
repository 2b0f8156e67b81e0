import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import type { MapMessages } from '../en/maps.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { counted, formats, number, preciseShare, share } from './format.ts';

// Each begins with the name that it is known by, so that it fits anywhere in a sentence.
const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Air (numéros)',
  'plein-air-colors': 'Plein Air (couleurs)',
  'coco-stuff': 'COCO-Stuff et S-FLCKR (numéros dès 0)',
  'coco-stuff-1': 'COCO-Stuff (numéros dès 1)',
  'coco-pixel-maps': 'COCO-Stuff (pixel maps)',
  spade: 'SPADE (numéros, 182 inconnu)',
  gaugan: 'GauGAN (couleurs)',
  'smart-sketch': 'Smart-Sketch (couleurs)',
  ade20k: 'ADE20K (numéros dès 1)',
  'ade20k-0': 'ADE20K (numéros dès 0)',
  'ade20k-colors': 'ADE20K (couleurs)',
  'ade20k-full': 'ADE20K (étiquettes complètes, _seg)',
  cityscapes: 'Cityscapes (numéros)',
  'cityscapes-train': 'Cityscapes (numéros d’entraînement)',
  'cityscapes-colors': 'Cityscapes (couleurs)',
  'coco-panoptic': 'COCO panoptic (couleurs)',
  'coco-panoptic-ids': 'COCO panoptic (numéros)',
  mmsegmentation: 'mmsegmentation (numéros)',
  'mmsegmentation-colors': 'mmsegmentation (couleurs)',
  jittor: 'Jittor, paysages (numéros)',
  voc: 'VOC (couleurs, de labelme ou CVAT)',
};

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return 'C’est un masque à deux valeurs. Indiquez ce qu’est chacune.';
  const some = counted(regions.length, 'région', 'régions');
  const say = regions.length === 1 ? 'Indiquez ce qu’elle est.' : 'Indiquez ce qu’est chacune.';
  if (convention === undefined) return `Convention inconnue\u202f: ${some}. ${say}`;
  if (unnamed) return `${CONVENTIONS[convention]}\u202f: ${some}, aux étiquettes propres à l’auteur. ${say}`;
  const parts = [CONVENTIONS[convention], counted(regions.length, 'classe', 'classes')];
  if (!lossy) parts.push(exactly(exact));
  return `${parts.join(', ')}.`;
}

const exactly = (exact: number) => `exactitude de ${preciseShare(exact)}`;

const regionName = regionText({
  transparent: 'Transparent',
  other: 'Toutes les autres valeurs',
  label: (digits) => `Étiquette ${digits}`,
});

const doubts = doubtsText(
  {
    lossy: 'Ce format ne garde pas les couleurs exactes\u202f: regardez les bords. Un PNG serait net.',
    inexact: 'Ce qui n’était pas exact a rejoint la région la plus proche.',
    guessed: 'Les classes sont une première idée, d’après la couleur et la hauteur dans l’image.',
    numbers: 'Le fichier contient des numéros\u202f; les couleurs, ici, servent seulement à les distinguer.',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: '«\u202fAnnuler\u202f» vous ramène à votre travail actuel.',
  rereading: 'Nouvelle lecture',
  taking: 'Création de l’esquisse',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: 'En attente',
  reading: 'Lecture de la carte',
  painting: 'Peinture',
  done: 'Terminée',
  failed: 'Non lue',
  left: 'Laissée de côté',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps: MapMessages = {
  drop: 'Déposez n’importe où',
  dropNote:
    'Une photo peut être étendue, une carte de segmentation devient l’esquisse, et plusieurs cartes deviennent des images, l’une après l’autre. Les projets et les modèles s’ouvrent aussi.',
  heading: 'Utiliser une carte comme esquisse',
  another: 'Ouvrir un autre fichier…',
  isPhotograph: 'C’est une photo',
  understood,
  doubts,
  nameThem: 'Nommer moi-même les couleurs',
  orRead: (id) => `Ou bien ${CONVENTIONS[id]}\u202f?`,
  readAs: 'Lire comme',
  classShare: (name, part) => `${name} ${part < 0.005 ? '< 1\u00a0%' : share(part)}`,
  wouldGive: (exact, classes) => `${exactly(exact)}\u202f: ${classes.join(', ')}`,
  unknownNote: 'Indiquez vous-même ce qu’est chaque région.',
  others: (ids) => `Celles-ci n’y reconnaissent rien\u202f: ${ids.map((id) => CONVENTIONS[id]).join('\u202f; ')}.`,
  convention: (id) => CONVENTIONS[id],
  unknown: 'Régions à nommer vous-même',
  original: 'Votre carte',
  originalOf: (name) => `«\u202f${name}\u202f» telle quelle`,
  reading: 'Telle que lue',
  preview: (name) => `«\u202f${name}\u202f» telle que lue`,
  regions: 'Régions',
  region: regionName,
  small: (count, part) =>
    `${counted(count, 'petite région', 'petites régions')}, ${part < 0.001 ? '< 0,1\u00a0%' : preciseShare(part)} en tout`,
  guess: (name) => `${name}\u202f?`,
  regionShare: (part) => (part < 0.001 ? '< 0,1\u00a0%' : share(part)),
  classOf: (region) => `Classe de «\u202f${region}\u202f»`,
  size: 'Taille de l’esquisse',
  sizeNow: (size) => `${size}, actuelle`,
  sizeNearest: (size) => `${size}, la plus proche de la carte`,
  fit: 'Cadrage',
  fits: { cut: 'Recadrer', stretch: 'Étirer' },
  place: 'Quelle partie',
  placeValue: (place) => share(place),
  placeNote: 'Ou faites glisser le cadre.',
  take: 'En faire l’esquisse',
  takeAndPaint: 'Peindre la carte',
  phase: (phase) => PHASES[phase],
  queue: {
    heading: 'Cartes, l’une après l’autre',
    note: 'Chaque carte devient une image, avec les réglages actuels. «\u202fAnnuler\u202f» peut revenir aux dernières.',
    state: (item) => STATES[item.state],
    progress: (done, total) => `${number(done)} sur ${counted(total, 'carte', 'cartes')}`,
    stop: 'Arrêter',
    save: 'Tout enregistrer en ZIP',
  },
};
