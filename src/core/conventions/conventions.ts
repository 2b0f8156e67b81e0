import { ANY, CLASSES, type LayoutClass } from '../classes.ts';
import { ADE20K } from './ade20k.ts';
import { CITYSCAPES } from './cityscapes.ts';
import { COCO_PANOPTIC } from './cocoPanoptic.ts';
import { COCO_STUFF } from './cocoStuff.ts';
import { parseColor } from '../rgb.ts';
import type { Convention, ConventionId, Meaning } from './convention.ts';
import { JITTOR } from './jittor.ts';
import { MMSEGMENTATION } from './mmsegmentation.ts';
import type { TableRow } from './readTable.ts';
import { SMART_SKETCH } from './smartSketch.ts';
import { VOC_COLORS } from './voc.ts';

const CLASS_IDS: ReadonlyMap<string, number> = new Map(CLASSES.map(({ id, name }) => [name, id]));
const NOTHING: Meaning = { name: 'nothing', classId: ANY };

/**
 * Every convention that is known, ours first. Sources: Taming Transformers (S-FLCKR), nightrome/cocostuff (ids, pixel
 * maps), NVlabs/SPADE (182: unknown), GauGAN's published colours, Smart-Sketch, SceneParse150 (ADE20K),
 * cityscapesScripts, panopticapi, mmsegmentation, the Jittor landscape challenges, PASCAL VOC. The tables beside this file map their classes to ours.
 * @param classes those of the bundle, whose colours our own maps have
 */
export function conventionsWith(classes: readonly LayoutClass[] = CLASSES): readonly Convention[] {
  return [
    byIndex(
      'plein-air',
      ours(classes, ({ id }) => id),
    ),
    byColor(
      'plein-air-colors',
      ours(classes, ({ color }) => parseColor(color)),
    ),
    ...FOREIGN,
  ];
}

/** The last of ADE20K's full list of names (2021_17_01), which is a file of its own and not here. */
const MOST_ADE20K_LABEL = 3688;

const FOREIGN: readonly Convention[] = [
  byIndex('coco-stuff', numbered(COCO_STUFF, 'id'), [255]),
  byIndex('coco-stuff-1', numbered(COCO_STUFF, 'id', 1), [0, 255]),
  // Stuff alone: things are 0, and what is neither is 183.
  byIndex('coco-pixel-maps', numbered(COCO_STUFF.slice(91), 'id', 1), [0, 183]),
  byIndex('spade', numbered(COCO_STUFF, 'id'), [182]),
  byColor('gaugan', colored(COCO_STUFF, 'gaugan')),
  byColor('smart-sketch', colored(SMART_SKETCH)),
  byIndex('ade20k', numbered(ADE20K, 'id'), [0]),
  byIndex('ade20k-0', numbered(ADE20K, 'id', -1), [255]),
  byColor('ade20k-colors', colored(ADE20K), [0]),
  { ...byValue('ade20k-full', 'ade20k-full', labels(MOST_ADE20K_LABEL)), unnamed: true },
  byIndex('cityscapes', numbered(CITYSCAPES, 'id'), [0, 255]),
  byIndex('cityscapes-train', numbered(CITYSCAPES, 'train'), [255]),
  byColor('cityscapes-colors', colored(CITYSCAPES)),
  byColor('coco-panoptic', colored(COCO_PANOPTIC), [0]),
  byIndex('coco-panoptic-ids', numbered(COCO_PANOPTIC, 'id'), [0, 255]),
  byIndex('mmsegmentation', numbered(MMSEGMENTATION, 'train'), [255]),
  byColor('mmsegmentation-colors', colored(MMSEGMENTATION)),
  byIndex('jittor', numbered(JITTOR, 'id'), [255]),
  {
    ...byColor(
      'voc',
      labels(255, (label) => VOC_COLORS[label] ?? 0),
    ),
    unnamed: true,
  },
];

type Pair = readonly [value: number, meaning: Meaning];

function byIndex(id: ConventionId, pairs: readonly Pair[], nothing: readonly number[] = []): Convention {
  return byValue(id, 'index', pairs, nothing);
}

function byColor(id: ConventionId, pairs: readonly Pair[], nothing: readonly number[] = []): Convention {
  return byValue(id, 'color', pairs, nothing);
}

function byValue(
  id: ConventionId,
  by: Convention['by'],
  pairs: readonly Pair[],
  nothing: readonly number[] = [],
): Convention {
  return { id, by, meanings: meaningsOf(pairs, nothing) };
}

/** Labels from 0 to `last`, which have numbers for names. */
function labels(last: number, valueOf: (label: number) => number = (label) => label): readonly Pair[] {
  return Array.from({ length: last + 1 }, (_, label) => [valueOf(label), { name: String(label), classId: ANY }]);
}

/** Where several names share a value, the first that is a class of ours is meant. */
function meaningsOf(pairs: readonly Pair[], nothing: readonly number[]): ReadonlyMap<number, Meaning> {
  const meanings = new Map<number, Meaning>();
  for (const [value, meaning] of pairs) {
    if ((meanings.get(value)?.classId ?? ANY) === ANY) meanings.set(value, meaning);
  }
  for (const value of nothing) meanings.set(value, NOTHING);
  return meanings;
}

function ours(classes: readonly LayoutClass[], valueOf: (one: LayoutClass) => number): readonly Pair[] {
  return classes.map((one) => [valueOf(one), { name: one.name, classId: one.id }]);
}

function numbered(rows: readonly TableRow[], column: string, shift = 0): readonly Pair[] {
  return rows.map((row) => [Number(row[column]) + shift, meaningOf(row)]);
}

function colored(rows: readonly TableRow[], column = 'color'): readonly Pair[] {
  return rows.map((row) => [parseColor(row[column] ?? ''), meaningOf(row)]);
}

function meaningOf({ class: className = '', name = '' }: TableRow): Meaning {
  return { name, classId: CLASS_IDS.get(className) ?? ANY };
}
