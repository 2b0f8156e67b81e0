import type { RegionMessages } from '../en/region.ts';
import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['aucune', 'étroite', 'moyenne', 'large', 'maximale'];

/** Words of repainting a part of the picture. */
export const region: RegionMessages = {
  heading: 'Repeindre une zone',
  description:
    'Peignez sur ce qu’il faut repeindre\u202f; maintenez Alt pour effacer les marques. Les flèches déplacent le pinceau, de 16 pixels avec Maj. ' +
    'Entrée marque. Maintenez Espace pour marquer en vous déplaçant.',
  hint: 'Peignez sur ce qu’il faut repeindre.',
  hintOfKeys: 'Maintenez Alt pour effacer.',
  size: 'Taille du marqueur',
  sizeValue: (pixels) => `${number(pixels)}\u00a0px`,
  presets: 'Marquer une moitié, ou tout',
  preset: {
    bottom: 'Moitié basse',
    top: 'Moitié haute',
    right: 'Moitié droite',
    left: 'Moitié gauche',
    all: 'Tout',
    chosen: 'Sélection de l’esquisse',
  },
  ofClass: (name) => `Tout\u00A0: ${name}`,
  repaintClass: (name) => `Repeindre\u00A0: ${name}`,
  markClass: (name) => `Marquer\u00A0: ${name}`,
  invert: 'Inverser la zone',
  clear: 'Effacer',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells, all) =>
    cells > 0 && cells / all < 0.01
      ? 'Zone\u202f: moins de 1\u00a0% de l’image'
      : `Zone\u202f: ${share(cells / all)} de l’image`,
  again: 'Repeindre la zone',
  candidates: 'Combien de versions',
  candidatesValue: (count) => number(count),
  sample: (count, whole) => `${number(count)} versions${whole ? ' de toute l’image' : ''}`,
  done: 'Terminer',
  tray: 'Versions',
  trayNote: 'La plus probable vient en premier. Choisissez-en une\u202f; les autres restent là jusqu’à la fermeture.',
  growing: 'Les versions se peignent côte à côte.',
  candidate: (rank, taken) => `Version ${number(rank)}${taken ? ', dans l’image' : ''}`,
  take: (rank) => `Choisir la version ${number(rank)}`,
  closeTray: 'Fermer les versions',
  extend: 'Étendre l’image',
  extendNote: (pixels) => `Ajoute ${number(pixels)} pixels d’un côté. Ce qui est peint reste.`,
  panorama: 'Panorama',
  panoramaNote: 'S’étend vers la droite, encore et encore, jusqu’à ce que vous l’arrêtiez.',
  changed: 'Mettre à jour',
  options: 'Retouche',
  live: 'Repeindre à chaque trait',
  liveNote: (isFast) =>
    isFast ? 'Ce que vous changez sur l’esquisse est repeint aussitôt.' : 'Sur cet appareil, cela prend un moment.',
  rim: 'Marge',
  rimValue: (cells) => MARGINS[cells] ?? number(cells),
  rimNote: 'Ce qui est repeint aussi autour d’un changement.',
};
