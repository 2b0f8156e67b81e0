import type { RegionMessages } from '../en/region.ts';
import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['keiner', 'schmal', 'mittel', 'breit', 'sehr breit'];

/** Words of repainting a part of the picture. */
export const region: RegionMessages = {
  heading: 'Teil neu malen',
  description:
    'Markiere, was neu gemalt werden soll; mit gedrückter Alt-Taste nimmst du die Markierung zurück. ' +
    'Die Pfeiltasten bewegen den Pinsel, mit Umschalt um 16 Pixel. Enter markiert. ' +
    'Halte die Leertaste, um unterwegs zu markieren.',
  hint: 'Übermale, was neu werden soll.',
  hintOfKeys: 'Mit Alt zurücknehmen.',
  size: 'Markergröße',
  sizeValue: (pixels) => `${number(pixels)}\u00A0px`,
  presets: 'Hälfte oder alles markieren',
  preset: {
    bottom: 'Untere Hälfte',
    top: 'Obere Hälfte',
    right: 'Rechte Hälfte',
    left: 'Linke Hälfte',
    all: 'Alles',
    chosen: 'Auswahl in der Skizze',
  },
  ofClass: (name) => `Alles: ${name}`,
  repaintClass: (name) => `${name} ganz neu malen`,
  markClass: (name) => `${name} ganz markieren`,
  invert: 'Markierung umkehren',
  clear: 'Markierung löschen',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells, all) =>
    cells > 0 && cells / all < 0.01
      ? 'Unter 1\u00A0% des Bildes markiert'
      : `${share(cells / all)} des Bildes markiert`,
  again: 'Markiertes neu malen',
  candidates: 'Zahl der Varianten',
  candidatesValue: (count) => number(count),
  sample: (count, whole) => `${number(count)} Varianten${whole ? ' des ganzen Bildes' : ''}`,
  done: 'Fertig',
  tray: 'Varianten',
  trayNote: 'Die wahrscheinlichste kommt zuerst. Wähle eine; die anderen bleiben, bis du die Auswahl schließt.',
  growing: 'Alle werden nebeneinander gemalt.',
  candidate: (rank, taken) => `Variante ${number(rank)}${taken ? ', im Bild' : ''}`,
  take: (rank) => `Variante ${number(rank)} verwenden`,
  closeTray: 'Varianten schließen',
  extend: 'Bild erweitern',
  extendNote: (pixels) => `Fügt an einer Seite ${number(pixels)} Pixel an. Was gemalt ist, bleibt.`,
  panorama: 'Panorama',
  panoramaNote: 'Erweitert immer weiter nach rechts, bis du es stoppst.',
  changed: 'Änderung malen',
  options: 'Neu malen',
  live: 'Nach jedem Strich neu malen',
  liveNote: (isFast) =>
    isFast ? 'Was du an der Skizze änderst, wird sofort neu gemalt.' : 'Auf diesem Gerät dauert das eine Weile.',
  rim: 'Rand',
  rimValue: (cells) => MARGINS[cells] ?? number(cells),
  rimNote: 'Wie viel rings um eine Änderung mit neu gemalt wird.',
};
