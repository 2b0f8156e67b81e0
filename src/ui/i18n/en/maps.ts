import type { ConventionId } from '../../../core/conventions/convention.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import { doubtsText, regionText } from '../mapTexts.ts';
import { counted, formats, preciseShare, share } from './format.ts';

const CONVENTIONS: Record<ConventionId, string> = {
  'plein-air': 'Plein Air, numbers',
  'plein-air-colors': 'Plein Air, colours',
  'coco-stuff': 'COCO-Stuff and S-FLCKR ids, from 0',
  'coco-stuff-1': 'COCO-Stuff ids, from 1',
  'coco-pixel-maps': 'COCO-Stuff pixel maps',
  spade: 'SPADE ids (182: unknown)',
  gaugan: 'GauGAN colours',
  'smart-sketch': 'Smart-Sketch colours',
  ade20k: 'ADE20K ids, from 1',
  'ade20k-0': 'ADE20K ids, from 0',
  'ade20k-colors': 'ADE20K colours',
  'ade20k-full': 'ADE20K full labels (_seg)',
  cityscapes: 'Cityscapes ids',
  'cityscapes-train': 'Cityscapes training ids',
  'cityscapes-colors': 'Cityscapes colours',
  'coco-panoptic': 'COCO panoptic colours',
  'coco-panoptic-ids': 'COCO panoptic ids',
  mmsegmentation: 'mmsegmentation ids',
  'mmsegmentation-colors': 'mmsegmentation colours',
  jittor: 'Jittor landscape ids',
  voc: 'VOC colours (labelme, CVAT)',
};

function understood({ convention, unnamed, isMask, regions, exact, lossy }: ReadImport): string {
  if (isMask) return 'This is a mask of two values. Say what each of them is.';
  const some = counted(regions.length, 'region', 'regions');
  if (convention === undefined) return `No known convention: ${some}. Say what each of them is.`;
  if (unnamed) return `${CONVENTIONS[convention]}: ${some} with labels of its author’s own. Say what each of them is.`;
  const parts = [CONVENTIONS[convention], counted(regions.length, 'class', 'classes')];
  if (!lossy) parts.push(`${preciseShare(exact)} exact`);
  return `${parts.join(', ')}.`;
}

const regionName = regionText({
  transparent: 'Transparent',
  other: 'All other values',
  label: (digits) => `Label ${digits}`,
});

const doubts = doubtsText(
  {
    lossy: 'This format does not keep colours exactly: look at the edges. A PNG would be sharp.',
    inexact: 'What was not exact took the nearest region.',
    guessed: 'The classes are a first guess by colour and height.',
    numbers: 'The file has numbers; its colours here only tell them apart.',
  },
  formats,
);

const PHASES: Record<ReadImport['phase'], string> = {
  read: 'Undo brings back what you have now.',
  rereading: 'Reading it in another way',
  taking: 'Making the layout',
};

const STATES: Record<QueueItem['state'], string> = {
  waiting: 'Waiting',
  reading: 'Reading the map',
  painting: 'Painting',
  done: 'Done',
  failed: 'Not read',
  left: 'Left out',
};

/** Words of the dialogs for maps that come from elsewhere. */
export const maps = {
  drop: 'Drop it anywhere',
  dropNote:
    'A photo can be extended, a segmentation map becomes the layout, and several maps become pictures one by one. Projects and models open, too.',
  heading: 'Use a map as the layout',
  another: 'Open another file…',
  isPhotograph: 'This is a photo',
  understood,
  doubts,
  nameThem: 'Name the colours yourself',
  orRead: (id: ConventionId) => `Or is it ${CONVENTIONS[id]}?`,
  readAs: 'Read as',
  classShare: (name: string, part: number) => `${name} ${part < 0.005 ? '< 1%' : share(part)}`,
  wouldGive: (exact: number, classes: readonly string[]) => `${preciseShare(exact)} exact: ${classes.join(', ')}`,
  unknownNote: 'Say yourself what each region is.',
  others: (ids: readonly ConventionId[]) => `These know nothing of it: ${ids.map((id) => CONVENTIONS[id]).join('; ')}.`,
  convention: (id: ConventionId) => CONVENTIONS[id],
  unknown: 'Regions to name yourself',
  original: 'Your map',
  originalOf: (name: string) => `“${name}” as it is`,
  reading: 'As it is read',
  preview: (name: string) => `“${name}” as it is read`,
  regions: 'Regions',
  region: regionName,
  small: (count: number, part: number) =>
    `${counted(count, 'small region', 'small regions')}, ${part < 0.001 ? '< 0.1%' : preciseShare(part)} together`,
  guess: (name: string) => `${name}?`,
  regionShare: (part: number) => (part < 0.001 ? '< 0.1%' : share(part)),
  classOf: (region: string) => `What “${region}” is`,
  size: 'Size of the layout',
  sizeNow: (size: string) => `${size}, as now`,
  sizeNearest: (size: string) => `${size}, nearest to the map`,
  fit: 'Fit',
  fits: { cut: 'Cut out', stretch: 'Stretch' },
  place: 'Which part',
  placeValue: (place: number) => share(place),
  placeNote: 'Or drag the frame.',
  take: 'Use as the layout',
  takeAndPaint: 'Use and paint',
  phase: (phase: ReadImport['phase']) => PHASES[phase],
  queue: {
    heading: 'Maps one by one',
    note: 'Each map becomes a picture with the settings as they are. The last ones stay within reach of undo.',
    state: (item: QueueItem) => STATES[item.state],
    progress: (done: number, total: number) => `${done} of ${counted(total, 'map', 'maps')}`,
    stop: 'Stop',
    save: 'Save all as a ZIP',
  },
};

export type MapMessages = typeof maps;
