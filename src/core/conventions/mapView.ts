import { memoized } from '../memoized.ts';
import { statisticsOf, TRANSPARENT, type LabelMap, type ValueStatistics } from './labelMap.ts';

/** A map as one looks at it: by its numbers, by its colours, or by what its channels hold. */
export interface MapView {
  readonly map: LabelMap;
  /** Of what is not transparent, by the values that stand in the file; the most frequent first. */
  readonly statistics: readonly ValueStatistics[];
  /** Pixels that are not transparent. */
  readonly total: number;
  /** What a value is compared as: a colour in sRGB. */
  readonly see: (value: number) => number;
  /** How far a channel of a colour may be off and still be meant. */
  readonly tolerance: number;
}

/** In a format that does not keep colours exactly. */
const LOSS = 6;
/** After a conversion between colour profiles, which rounds twice. */
const ROUNDING = 3;

/** ADE20K has 3,688 labels; a label is 256 * red / 10 + green. */
const MOST_RED = 140;
/** Fewer labels than this may be any colours whose red happens to be a multiple of ten. */
const LEAST_LABELS = 3;

/**
 * The ways to look at a map, the plainest first: by colour where there are colours, as they are in sRGB and, where a
 * profile says otherwise, as they stand in the file; by number where there are numbers; and by what two channels hold
 * together in formats that put numbers there.
 */
export function viewsOf(map: LabelMap): readonly MapView[] {
  if (map.by !== 'color') {
    const numbers = viewOf(map);
    const { palette } = map;
    return palette ? [...byPalette(numbers, palette), numbers] : [numbers];
  }
  const stored = viewOf(map);
  const { toSrgb } = map;
  if (!toSrgb) return [stored, ...byChannels(stored)];
  return [{ ...stored, see: memoized(toSrgb), tolerance: Math.max(stored.tolerance, ROUNDING) }, stored];
}

function viewOf(map: LabelMap): MapView {
  const statistics = statisticsOf(map).filter(({ value }) => value !== TRANSPARENT);
  return { map, statistics, total: countOf(statistics), see: (value) => value, tolerance: map.lossy ? LOSS : 0 };
}

/** The pixels keep their numbers; the palette says what is seen. */
function byPalette(numbers: MapView, palette: readonly number[]): readonly MapView[] {
  const { toSrgb } = numbers.map;
  const view = { ...numbers, map: { ...numbers.map, by: 'color' } as const };
  const stored = { ...view, see: (index: number) => palette[index] ?? 0 };
  if (!toSrgb) return [stored];
  return [{ ...view, see: memoized((index) => toSrgb(palette[index] ?? 0)), tolerance: ROUNDING }, stored];
}

function byChannels(view: MapView): readonly MapView[] {
  const { map, statistics, total } = view;
  if (map.lossy || total === 0) return [];
  const derived = (by: LabelMap['by'], valueOf: (color: number) => number) =>
    viewOf({ ...map, by, values: mapped(map.values, valueOf) });
  return [
    ...(isTwoChannels(statistics, total) ? [derived('index', (color) => color >> 16)] : []),
    ...(isFullAde20k(statistics) ? [derived('ade20k-full', labelOf)] : []),
  ];
}

function mapped(values: LabelMap['values'], valueOf: (color: number) => number): Uint32Array {
  return Uint32Array.from(values, (value) => (value === TRANSPARENT ? value : valueOf(value)));
}

function labelOf(color: number): number {
  return Math.floor((color >> 16) / 10) * 256 + ((color >> 8) & 0xff);
}

/** Panoptic maps of two channels: the class in red, the instance in green (0 for all that is not counted), and no blue. */
function isTwoChannels(statistics: readonly ValueStatistics[], total: number): boolean {
  if (statistics.some(({ value }) => (value & 0xff) !== 0)) return false;
  const stuff = statistics.filter(({ value }) => (value & 0xffff) === 0);
  return stuff.length > 1 && 2 * countOf(stuff) >= total;
}

function isFullAde20k(statistics: readonly ValueStatistics[]): boolean {
  const reds = statistics.map(({ value }) => value >> 16);
  if (reds.some((red) => red % 10 !== 0 || red > MOST_RED)) return false;
  const labels = statistics.map(({ value }) => labelOf(value)).filter((label) => label >= 256);
  return new Set(labels).size >= LEAST_LABELS;
}

function countOf(statistics: readonly ValueStatistics[]): number {
  return statistics.reduce((sum, { count }) => sum + count, 0);
}
