import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import type { MapMessages } from '../en/maps.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { counted, formats, preciseShare, share } from './format.ts';

const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Air, Zahlen',
  'plein-air-colors': 'Plein Air, Farben',
  'coco-stuff': 'COCO-Stuff- und S-FLCKR-IDs, ab 0',
  'coco-stuff-1': 'COCO-Stuff-IDs, ab 1',
  'coco-pixel-maps': 'COCO-Stuff-Pixelmaps',
  spade: 'SPADE-IDs (182: unbekannt)',
  gaugan: 'GauGAN-Farben',
  'smart-sketch': 'Smart-Sketch-Farben',
  ade20k: 'ADE20K-IDs, ab 1',
  'ade20k-0': 'ADE20K-IDs, ab 0',
  'ade20k-colors': 'ADE20K-Farben',
  'ade20k-full': 'ADE20K, alle Labels (_seg)',
  cityscapes: 'Cityscapes-IDs',
  'cityscapes-train': 'Cityscapes-Trainings-IDs',
  'cityscapes-colors': 'Cityscapes-Farben',
  'coco-panoptic': 'COCO-Panoptic-Farben',
  'coco-panoptic-ids': 'COCO-Panoptic-IDs',
  mmsegmentation: 'mmsegmentation-IDs',
  'mmsegmentation-colors': 'mmsegmentation-Farben',
  jittor: 'Jittor-Landschafts-IDs',
  voc: 'VOC-Farben (labelme, CVAT)',
};

const NAME_EACH = 'Gib an, was jeder davon ist.';

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return 'Das ist eine Maske mit zwei Werten. Gib an, wofür jeder davon steht.';
  const some = counted(regions.length, 'Bereich', 'Bereiche');
  if (convention === undefined) return `Kein bekanntes Schema: ${some}. ${NAME_EACH}`;
  if (unnamed) return `${CONVENTIONS[convention]}: ${some} mit eigenen Labels. ${NAME_EACH}`;
  const parts = [CONVENTIONS[convention], counted(regions.length, 'Klasse', 'Klassen')];
  if (!lossy) parts.push(`${preciseShare(exact)} exakt`);
  return `${parts.join(', ')}.`;
}

const regionName = regionText({
  transparent: 'Transparent',
  other: 'Alle übrigen Werte',
  label: (digits) => `Label ${digits}`,
});

const doubts = doubtsText(
  {
    lossy: 'Dieses Format speichert Farben nicht exakt: Sieh dir die Ränder an. Ein PNG wäre scharf.',
    inexact: 'Was nicht exakt passte, kam zum nächstgelegenen Bereich.',
    guessed: 'Die Klassen sind vorerst nach Farbe und Höhe geraten.',
    numbers: 'Die Datei enthält Zahlen; die Farben dienen hier nur der Unterscheidung.',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: 'Mit „Rückgängig“ kommst du zum jetzigen Stand zurück.',
  rereading: 'Wird anders gelesen',
  taking: 'Skizze wird erstellt',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: 'Wartet',
  reading: 'Karte wird gelesen',
  painting: 'Wird gemalt',
  done: 'Fertig',
  failed: 'Nicht gelesen',
  left: 'Ausgelassen',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps: MapMessages = {
  drop: 'Einfach loslassen',
  dropNote:
    'Ein Foto lässt sich erweitern, eine Segmentierungskarte wird zur Skizze, mehrere Karten werden nacheinander zu Bildern. Auch Projekte und Modelle lassen sich öffnen.',
  heading: 'Karte als Skizze verwenden',
  another: 'Andere Datei öffnen\u00A0…',
  isPhotograph: 'Das ist ein Foto',
  understood,
  doubts,
  nameThem: 'Farben selbst benennen',
  orRead: (id) => `Oder ${CONVENTIONS[id]}?`,
  readAs: 'Lesen als',
  classShare: (name, part) => `${name} ${part < 0.005 ? '<\u00A01\u00A0%' : share(part)}`,
  wouldGive: (exact, classes) => `${preciseShare(exact)} exakt: ${classes.join(', ')}`,
  unknownNote: 'Gib selbst an, was jeder Bereich ist.',
  others: (ids) => `Diese können damit nichts anfangen: ${ids.map((id) => CONVENTIONS[id]).join('; ')}.`,
  convention: (id) => CONVENTIONS[id],
  unknown: 'Bereiche selbst benennen',
  original: 'Deine Karte',
  originalOf: (name) => `„${name}“ im Original`,
  reading: 'So verstanden',
  preview: (name) => `So wurde „${name}“ verstanden`,
  regions: 'Bereiche',
  region: regionName,
  small: (count, part) =>
    `${counted(count, 'kleiner Bereich', 'kleine Bereiche')}, zusammen ${
      part < 0.001 ? '<\u00A00,1\u00A0%' : preciseShare(part)
    }`,
  guess: (name) => `${name}?`,
  regionShare: (part) => (part < 0.001 ? '<\u00A00,1\u00A0%' : share(part)),
  classOf: (region) => `Was „${region}“ ist`,
  size: 'Größe der Skizze',
  sizeNow: (size) => `${size}, wie jetzt`,
  sizeNearest: (size) => `${size}, passend zur Karte`,
  fit: 'Anpassen',
  fits: { cut: 'Zuschneiden', stretch: 'Strecken' },
  place: 'Ausschnitt',
  placeValue: (place) => share(place),
  placeNote: 'Oder zieh den Rahmen.',
  take: 'Als Skizze verwenden',
  takeAndPaint: 'Gleich malen',
  phase: (phase) => PHASES[phase],
  queue: {
    heading: 'Karten nacheinander',
    note: 'Jede Karte wird mit den aktuellen Einstellungen zu einem Bild. Die letzten holst du mit „Rückgängig“ zurück.',
    state: (item) => STATES[item.state],
    progress: (done, total) => `${done} von ${counted(total, 'Karte', 'Karten')}`,
    stop: 'Stopp',
    save: 'Alle als ZIP speichern',
  },
};
