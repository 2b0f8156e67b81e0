import type { RegionMessages } from '../en/region.ts';
import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['ninguno', 'estrecho', 'medio', 'ancho', 'máximo'];

/** Words of repainting a part of the picture. */
export const region: RegionMessages = {
  heading: 'Repintar una parte',
  description:
    'Pinta sobre lo que quieras repintar; mantén Alt para desmarcar. Las flechas mueven el pincel; con Mayús, ' +
    '16 píxeles. Intro marca. Mantén Espacio para marcar a tu paso.',
  hint: 'Pinta sobre lo que quieras repintar.',
  hintOfKeys: 'Mantén Alt para desmarcar.',
  size: 'Tamaño del marcador',
  sizeValue: (pixels: number) => `${number(pixels)} px`,
  presets: 'Marcar una mitad o todo',
  preset: {
    bottom: 'Mitad inferior',
    top: 'Mitad superior',
    right: 'Mitad derecha',
    left: 'Mitad izquierda',
    all: 'Todo',
    chosen: 'Selección del boceto',
  },
  ofClass: (name) => `Todo: ${name}`,
  repaintClass: (name) => `Repintar: ${name}`,
  markClass: (name) => `Marcar: ${name}`,
  invert: 'Invertir lo marcado',
  clear: 'Desmarcar todo',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells: number, all: number) =>
    cells > 0 && cells / all < 0.01
      ? 'Marcado: menos del 1\u00a0% de la imagen'
      : `Marcado: ${share(cells / all)} de la imagen`,
  again: 'Repintar lo marcado',
  candidates: 'Cuántas versiones',
  candidatesValue: (count: number) => number(count),
  sample: (count: number, whole: boolean) => `${number(count)} versiones${whole ? ' de toda la imagen' : ''}`,
  done: 'Listo',
  tray: 'Versiones',
  trayNote: 'La más probable va primero. Elige una; las demás siguen aquí hasta que las cierres.',
  growing: 'Se pintan todas a la vez.',
  candidate: (rank: number, taken: boolean) => `Versión ${number(rank)}${taken ? ', en la imagen' : ''}`,
  take: (rank: number) => `Usar la versión ${number(rank)}`,
  closeTray: 'Cerrar las versiones',
  extend: 'Extender la imagen',
  extendNote: (pixels: number) => `Añade ${number(pixels)} píxeles a un lado. Lo ya pintado se queda.`,
  panorama: 'Panorámica',
  panoramaNote: 'Se extiende a la derecha una y otra vez, hasta que la detengas.',
  changed: 'Repintar cambio',
  options: 'Repintado',
  live: 'Repintar tras cada trazo',
  liveNote: (isFast: boolean) =>
    isFast ? 'Lo que cambies en el boceto se repinta al momento.' : 'En este dispositivo tarda un rato.',
  rim: 'Margen',
  rimValue: (cells: number) => MARGINS[cells] ?? number(cells),
  rimNote: 'Cuánto se repinta también alrededor de un cambio.',
};
