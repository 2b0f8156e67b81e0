import { ANY } from '../classes.ts';
import { clusterColors, MOST_CLUSTERS, nearestColor } from './cluster.ts';
import { colorText, type Convention, type ConventionId, type Meaning } from './convention.ts';
import { fillFromNearest, NO_SLOT } from './fillFromNearest.ts';
import { coloredBy, statisticsOf, type LabelMap, type ValueStatistics } from './labelMap.ts';
import { isClose, recognize, type Fit } from './recognize.ts';

/** One region of a map as it was read: everything of one value. */
export interface Region {
  /** The value as a person may know it: `12`, or `#4f7a1c`. Names the region for what is remembered of it. */
  readonly key: string;
  /** The convention's name of it; undefined where no convention is known. */
  readonly name: string | undefined;
  readonly classId: number;
  /** Of all pixels, 0..1. */
  readonly share: number;
}

export interface ReadMap {
  readonly width: number;
  readonly height: number;
  /** Which region each pixel is in, [height, width]. */
  readonly slots: Uint8Array<ArrayBuffer>;
  /** The largest first. */
  readonly regions: readonly Region[];
  /** Undefined: no convention explains the map, and its regions are its values or clusters of them. */
  readonly convention: ConventionId | undefined;
  /** Pixels whose value was known, 0..1; the others are of the nearest region. */
  readonly exact: number;
  /** What it could be as well. */
  readonly alternatives: readonly ConventionId[];
  readonly lossy: boolean;
}

/** How far a channel may be off in a file that does not keep colours exactly. */
const LOSS = 6;

/** Beyond the best one; more choices than this help nobody. */
const MOST_ALTERNATIVES = 5;

/** A map seen by its numbers or by its colours. */
interface View {
  readonly map: LabelMap;
  readonly statistics: readonly ValueStatistics[];
}

/**
 * Reads a segmentation map: finds its convention, gives each pixel the region of its value, and each pixel of no known
 * value that of the nearest known one.
 * @param as the convention that a person has chosen, or `unknown` for regions by value; found, if left out
 */
export function readLabelMap(
  map: LabelMap,
  conventions: readonly Convention[],
  as?: ConventionId | 'unknown',
): ReadMap {
  const views = viewsOf(map);
  const ranked = rank(views, conventions);
  const alternatives = (chosen?: ConventionId) =>
    ranked
      .map(({ convention }) => convention.id)
      .filter((id) => id !== chosen)
      .slice(0, MOST_ALTERNATIVES);
  const said = conventions.find(({ id }) => id === map.says);
  const convention = as === undefined ? (said ?? ranked[0]?.convention) : conventions.find(({ id }) => id === as);
  const view = convention && views.find((one) => one.map.by === convention.by);
  if (!view) return { ...readByValue(views[0] ?? viewOf(map)), alternatives: alternatives() };
  const known = map.lossy ? tolerant(convention, view.statistics) : convention;
  return { ...readByConvention(view, known), alternatives: alternatives(convention.id) };
}

function viewOf(map: LabelMap): View {
  return { map, statistics: statisticsOf(map) };
}

/** By colour first, where there are colours. */
function viewsOf(map: LabelMap): readonly View[] {
  const colored = coloredBy(map);
  return [...(colored ? [viewOf(colored)] : []), ...(map.by === 'index' ? [viewOf(map)] : [])];
}

/** A palette's colours that are known say more than its numbers, which mean something in most conventions. */
function rank(views: readonly View[], conventions: readonly Convention[]): readonly Fit[] {
  const fits = views.map(({ map, statistics }) => {
    const candidates = conventions.filter(({ by }) => by === map.by);
    return recognize(statistics, map.lossy ? candidates.map((one) => tolerant(one, statistics)) : candidates);
  });
  const best = fits.map((some) => some.filter((fit) => isClose(fit, some[0] ?? fit))).flat();
  return [...best.filter(isSure), ...best.filter((fit) => fit.convention.by === 'index'), ...best].filter(
    (fit, index, all) => all.indexOf(fit) === index,
  );
}

function isSure({ convention, exact }: Fit): boolean {
  return convention.by === 'color' && exact > 0.9;
}

/** The convention with the colours that the map has of its colours, after a format that keeps them only nearly. */
function tolerant(convention: Convention, statistics: readonly ValueStatistics[]): Convention {
  const known = [...convention.meanings.keys()];
  const meanings = new Map(convention.meanings);
  for (const { value } of statistics) {
    const near = known.find((color) => isNear(color, value));
    const meaning = near === undefined ? undefined : convention.meanings.get(near);
    if (meaning) meanings.set(value, meaning);
  }
  return { ...convention, meanings };
}

function isNear(a: number, b: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff)) <= LOSS);
}

function readByConvention({ map, statistics }: View, { id, by, meanings }: Convention): Omit<ReadMap, 'alternatives'> {
  // Values of one meaning are one region: a lossy file has many colours for each.
  const found: { readonly meaning: Meaning; readonly value: number }[] = [];
  const slotOf = new Map<number, number>();
  for (const { value } of statistics) {
    const meaning = meanings.get(value);
    if (!meaning) continue;
    let slot = found.findIndex((one) => one.meaning === meaning);
    if (slot < 0) slot = found.push({ meaning, value }) - 1;
    slotOf.set(value, Math.min(slot, NO_SLOT - 1));
  }
  const slots = slotsOf(map, (value) => slotOf.get(value) ?? NO_SLOT);
  const exact = shareOf(slots, (slot) => slot !== NO_SLOT);
  fillFromNearest(slots, map.width, map.height);
  const regions = found.map(({ meaning, value }) => ({
    key: by === 'color' ? colorText(value) : String(value),
    ...meaning,
  }));
  return finish(map, slots, regions, id, exact);
}

/** Regions of an unknown map: its values where they are few, its main colours where they are many. */
function readByValue({ map, statistics }: View): Omit<ReadMap, 'alternatives'> {
  const few = statistics.length <= MOST_CLUSTERS;
  const colorOf = map.by === 'color' ? (value: number) => value : grey;
  const colors = few ? [] : clusterColors(statistics.map((one) => ({ ...one, value: colorOf(one.value) })));
  const slotOf = new Map(
    statistics.map(({ value }, index) => [value, few ? index : nearestColor(colors, colorOf(value))]),
  );
  const slots = slotsOf(map, (value) => slotOf.get(value) ?? nearestColor(colors, colorOf(value)));
  const keys = few
    ? statistics.map(({ value }) => (map.by === 'color' ? colorText(value) : String(value)))
    : colors.map(colorText);
  const regions = keys.map((key) => ({ key, name: undefined, classId: ANY }));
  return finish(map, slots, regions, undefined, few ? 1 : 0);
}

function grey(value: number): number {
  return Math.min(value, 255) * 0x010101;
}

function slotsOf({ values }: LabelMap, slotOf: (value: number) => number): Uint8Array<ArrayBuffer> {
  const slots = new Uint8Array(values.length);
  let last = -1;
  let slot = NO_SLOT;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value !== last) {
      last = value;
      slot = slotOf(value);
    }
    slots[at] = slot;
  }
  return slots;
}

function shareOf(slots: Uint8Array, belongs: (slot: number) => boolean): number {
  let count = 0;
  for (const slot of slots) if (belongs(slot)) count++;
  return count / slots.length;
}

/** Regions from the largest to the smallest, and the pixels after them. */
function finish(
  { width, height, lossy }: LabelMap,
  slots: Uint8Array<ArrayBuffer>,
  found: readonly Omit<Region, 'share'>[],
  convention: ConventionId | undefined,
  exact: number,
): Omit<ReadMap, 'alternatives'> {
  const counts = new Uint32Array(256);
  for (const slot of slots) counts[slot]!++;
  const order = [...found.keys()].filter((slot) => counts[slot]! > 0).toSorted((a, b) => counts[b]! - counts[a]!);
  const moved = new Uint8Array(256);
  for (const [place, slot] of order.entries()) moved[slot] = place;
  for (let at = 0; at < slots.length; at++) slots[at] = moved[slots[at]!]!;
  const regions = order.map((slot) => ({ ...found[slot]!, share: counts[slot]! / slots.length }));
  return { width, height, slots, regions, convention, exact, lossy };
}
