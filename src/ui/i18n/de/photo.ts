import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import type { PhotoMessages } from '../en/photo.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: 'Obere Hälfte',
  bottom: 'Untere Hälfte',
  left: 'Linke Hälfte',
  right: 'Rechte Hälfte',
  all: 'Alles',
};

const TOOLS: Record<KeepTool, string> = { brush: 'Pinsel', rectangle: 'Rechteck' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'Beliebig',
  painted: 'Wie gemalt',
  own: 'Aus dem Foto',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo: PhotoMessages = {
  heading: 'Foto erweitern',
  another: 'Andere Datei öffnen\u00A0…',
  isMap: 'Das ist eine Segmentierungskarte',
  size: (width, height, firstFrame) => `${number(width)} × ${number(height)}${firstFrame ? ', erstes Einzelbild' : ''}`,
  canvas: (name) => `„${name}“: Markiere, was bleiben soll`,
  description:
    'Markiere, was bleiben soll; mit gedrückter Alt-Taste nimmst du die Markierung zurück. ' +
    'Die Pfeiltasten bewegen den Pinsel, mit Umschalt um 16 Pixel. Enter markiert. ' +
    'Halte die Leertaste, um unterwegs zu markieren.',
  keep: 'Behalten',
  preset: (preset) => PRESETS[preset],
  tools: 'Von Hand markieren',
  tool: (tool) => TOOLS[tool],
  brushSize: 'Markergröße',
  brushSizeValue: (pixels) => `${number(pixels)}\u00A0px`,
  invert: 'Umkehren',
  kept: (kept, cells) =>
    kept === cells
      ? 'Alles bleibt.'
      : kept === 0
        ? 'Noch bleibt nichts. Markiere den Teil, der bleiben soll.'
        : `Behalten: ${share(kept / cells)}. Der Rest wird gemalt.`,
  whole: (name) => `„${name}“ ganz, mit einem Rahmen um den Ausschnitt`,
  pictureSize: 'Bildgröße',
  sizeNearest: (size) => `${size}, passend zum Foto`,
  sizeNow: (size) => `${size}, wie jetzt`,
  zoom: 'Zoom',
  zoomValue: (zoom) => `${decimal(zoom)}\u00A0×`,
  across: 'Horizontale Position',
  down: 'Vertikale Position',
  placeValue: (place) => share(place),
  layout: 'Skizze für den Rest',
  layouts: (layout) => LAYOUTS[layout],
  layoutOnly: 'Nur Skizze verwenden',
  mood: (name) => `In der Stimmung des Fotos: ${name}`,
  moodOnly: 'Nur Stimmung verwenden',
  complete: 'Rest malen',
  take: 'Als Bild verwenden',
  note: 'Was bleibt, zeigt die Pixel des Fotos selbst. Das Foto bleibt auf diesem Gerät. Mit „Rückgängig“ kommst du zum jetzigen Stand zurück.',
  linkNote:
    'Ein Teil dieses Bildes ist ein Foto. Ein Link enthält Tokens, keine Pixel; er zeigt diesen Teil so, wie das Modell ihn sieht. Die Projektdatei behält die Pixel des Fotos.',
};
