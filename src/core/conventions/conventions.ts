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
  const ids = classes.map(({ id, name }): Pair => [id, { name, classId: id }]);
  const colors = classes.map(({ id, name, color }): Pair => [parseColor(color), { name, classId: id }]);
  return [convention('plein-air', 'index', ids), convention('plein-air-colors', 'color', colors), ...FOREIGN];
}

/** The last of ADE20K's full list of names (2021_17_01), which is a file of its own and not here. */
const MOST_ADE20K_LABEL = 3688;

const FOREIGN: readonly Convention[] = [
  convention('coco-stuff', 'index', numbered(COCO_STUFF, 'id'), [255]),
  convention('coco-stuff-1', 'index', numbered(COCO_STUFF, 'id', 1), [0, 255]),
  // Stuff alone: things are 0, and what is neither is 183.
  convention('coco-pixel-maps', 'index', numbered(COCO_STUFF.slice(91), 'id', 1), [0, 183]),
  convention('spade', 'index', numbered(COCO_STUFF, 'id'), [182]),
  convention('gaugan', 'color', colored(COCO_STUFF, 'gaugan')),
  convention('smart-sketch', 'color', colored(SMART_SKETCH)),
  convention('ade20k', 'index', numbered(ADE20K, 'id'), [0]),
  convention('ade20k-0', 'index', numbered(ADE20K, 'id', -1), [255]),
  convention('ade20k-colors', 'color', colored(ADE20K), [0]),
  { ...convention('ade20k-full', 'ade20k-full', labels([...Array(MOST_ADE20K_LABEL + 1).keys()])), unnamed: true },
  convention('cityscapes', 'index', numbered(CITYSCAPES, 'id'), [0, 255]),
  convention('cityscapes-train', 'index', numbered(CITYSCAPES, 'train'), [255]),
  convention('cityscapes-colors', 'color', colored(CITYSCAPES)),
  convention('coco-panoptic', 'color', colored(COCO_PANOPTIC), [0]),
  convention('coco-panoptic-ids', 'index', numbered(COCO_PANOPTIC, 'id'), [0, 255]),
  convention('mmsegmentation', 'index', numbered(MMSEGMENTATION, 'train'), [255]),
  convention('mmsegmentation-colors', 'color', colored(MMSEGMENTATION)),
  convention('jittor', 'index', numbered(JITTOR, 'id'), [255]),
  { ...convention('voc', 'color', labels(VOC_COLORS)), unnamed: true },
];

type Pair = readonly [value: number, meaning: Meaning];

/**
 * @param pairs where several names share a value, the first that is a class of ours is meant
 * @param nothing values that mean nothing
 */
function convention(
  id: ConventionId,
  by: Convention['by'],
  pairs: readonly Pair[],
  nothing: readonly number[] = [],
): Convention {
  const meanings = new Map<number, Meaning>();
  for (const [value, meaning] of pairs) {
    if ((meanings.get(value)?.classId ?? ANY) === ANY) meanings.set(value, meaning);
  }
  for (const value of nothing) meanings.set(value, NOTHING);
  return { id, by, meanings };
}

/** Labels from 0 on, which have numbers for names. @param values of each */
function labels(values: readonly number[]): readonly Pair[] {
  return values.map((value, label) => [value, { name: String(label), classId: ANY }]);
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
