import { ANY } from '../classes.ts';
import { memoized } from '../memoized.ts';
import { colorText } from '../rgb.ts';
import { clusterColors, nearestColor } from './cluster.ts';
import { NO_SLOT } from './fillFromNearest.ts';
import { guessClass } from './guessClass.ts';
import { OTHER_KEY, type MapRegion } from './mapRegion.ts';
import type { MapView } from './mapView.ts';

/** More regions than this nobody names; what is rarer is one region, or a part of its neighbours. */
export const MOST_REGIONS = 64;
/** So few values are regions whatever their shares are. */
const FEW = 12;
/** A flat map: its most frequent colours are nearly all of it, and the others are blended edges. */
const FLAT = 0.95;
/** The smallest share that makes a colour of a flat map a region. */
const LEAST_SHARE = 0.001;

/** Regions of values that no convention explains. */
export interface ValueRegions {
  readonly regions: readonly Omit<MapRegion, 'share'>[];
  /** @returns the place of a value's region, `NO_SLOT` for one that belongs to the nearest region */
  readonly slotOf: (value: number) => number;
  /** The regions are the map's own values, and not clusters of them. */
  readonly own: boolean;
}

/**
 * Numbers keep a region for each: ids that are near mean things as different as any others. So do the colours of a flat
 * map; only where colours are many, as in a lossy file, are they gathered to the twelve that stand for them.
 */
export function regionsByValue(view: MapView): ValueRegions {
  return view.map.by === 'color' ? byColor(view) : byNumber(view);
}

function byNumber({ statistics }: MapView): ValueRegions {
  const some = statistics.length <= MOST_REGIONS ? statistics : statistics.slice(0, MOST_REGIONS - 1);
  const slots = new Map(some.map(({ value }, slot) => [value, slot]));
  const regions = some.map(({ value }) => unknownRegion(String(value), undefined));
  const other = some.length < statistics.length ? regions.push(unknownRegion(OTHER_KEY, undefined)) - 1 : NO_SLOT;
  return { regions, slotOf: (value) => slots.get(value) ?? other, own: true };
}

function byColor({ map, statistics, total, see }: MapView): ValueRegions {
  const looks = new Map<number, { count: number; sumY: number }>();
  for (const { value, count, meanY } of statistics) {
    const look = looks.get(see(value)) ?? { count: 0, sumY: 0 };
    look.count += count;
    look.sumY += meanY * count;
    looks.set(see(value), look);
  }
  const colors = [...looks].toSorted(([, a], [, b]) => b.count - a.count);
  const main =
    colors.length <= FEW
      ? colors
      : colors.slice(0, MOST_REGIONS).filter(([, { count }]) => count >= LEAST_SHARE * total);
  const isFlat = main.reduce((sum, [, { count }]) => sum + count, 0) >= FLAT * total;
  if (isFlat && (!map.lossy || colors.length <= FEW)) {
    const slots = new Map(main.map(([color], slot) => [color, slot]));
    const regions = main.map(([color, { count, sumY }]) =>
      unknownRegion(colorText(color), { color, meanY: sumY / count }),
    );
    return { regions, slotOf: (value) => slots.get(see(value)) ?? NO_SLOT, own: true };
  }
  const centers = clusterColors(statistics.map((one) => ({ ...one, value: see(one.value) })));
  const heights = centers.map(() => ({ count: 0, sumY: 0 }));
  const slotOf = memoized((value) => nearestColor(centers, see(value)));
  for (const { value, count, meanY } of statistics) {
    const height = heights[slotOf(value)]!;
    height.count += count;
    height.sumY += meanY * count;
  }
  const regions = centers.map((color, slot) => {
    const { count, sumY } = heights[slot]!;
    return unknownRegion(colorText(color), { color, meanY: count > 0 ? sumY / count : 0.5 });
  });
  return { regions, slotOf, own: false };
}

function unknownRegion(
  key: string,
  look: { readonly color: number; readonly meanY: number } | undefined,
): Omit<MapRegion, 'share'> {
  const classId = look ? guessClass(look) : ANY;
  return { key, name: undefined, classId, guessed: classId !== ANY, color: look?.color };
}
