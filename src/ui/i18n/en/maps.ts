import type { ConventionId } from '../../../core/conventions/convention.ts';
import { OTHER_KEY, TRANSPARENT_KEY } from '../../../core/conventions/mapRegion.ts';
import type { ReadImport } from '../../../state/maps/mapImport.ts';
import type { QueueItem } from '../../../state/maps/mapQueue.ts';
import { counted, preciseShare, share } from '../format.ts';

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

function understood({ convention, regions, exact, lossy }: ReadImport): string {
  if (convention === undefined) {
    return `No convention that is known here: ${counted(regions.length, 'region', 'regions')}. Say what each of them is.`;
  }
  const parts = [CONVENTIONS[convention], counted(regions.length, 'class', 'classes')];
  if (!lossy) parts.push(`${preciseShare(exact)} exact`);
  return `${parts.join(', ')}.`;
}

/** Labels have numbers for names. */
function regionName(key: string, name: string | undefined): string {
  if (key === TRANSPARENT_KEY) return 'Transparent';
  if (key === OTHER_KEY) return 'All other values';
  if (name === undefined) return key;
  return /^\d+$/.test(name) ? `Label ${name}` : name;
}

function doubts({ alternatives, exact, lossy, convention }: ReadImport): string {
  const parts: string[] = [];
  if (lossy) parts.push('This format does not keep colours exactly: look at the edges. A PNG would be sharp.');
  else if (convention !== undefined && exact < 0.995) parts.push('What was not exact took the nearest region.');
  if (convention !== undefined && alternatives.length > 0) {
    const names = alternatives.slice(0, 3).map((id) => CONVENTIONS[id]);
    parts.push(`It could also be ${names.join(', or ')}; this reading looks most like a landscape.`);
  }
  return parts.join(' ');
}

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
  reading: (name: string) => `Reading “${name}”`,
  another: 'Open another file…',
  isPhotograph: 'This is a photo',
  understood,
  doubts,
  readAs: 'Read as',
  convention: (id: ConventionId) => CONVENTIONS[id],
  unknown: 'Regions to name by hand',
  preview: (name: string) => `“${name}” as it is read`,
  regions: 'Regions',
  region: regionName,
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
  taking: 'Making the layout',
  undoNote: 'Undo brings back what you have now.',
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
