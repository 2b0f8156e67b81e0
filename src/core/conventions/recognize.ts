import { ANY } from '../classes.ts';
import type { Convention } from './convention.ts';
import type { ValueStatistics } from './labelMap.ts';

const SKY = new Set([1, 2]);
const GROUND = new Set([7, 8, 9, 10, 11]);

/** How well a convention explains a map. */
export interface Fit {
  readonly convention: Convention;
  /** Pixels whose value it knows, 0..1. */
  readonly exact: number;
  /** The more, the likelier. Of use only for comparing fits of one map. */
  readonly score: number;
}

/** Below these a convention does not explain the map. Numbers are exact or not; colours may be blended at the edges. */
const LEAST_EXACT = { index: 0.98, color: 0.5 } as const;

/** The least that a map by numbers must have of a landscape's classes: a number alone fits nearly every convention. */
const LEAST_LANDSCAPE = 0.1;

/**
 * The conventions that may be meant, the likeliest first. Colours speak for themselves: the more pixels a convention
 * knows, the better. Numbers fit many conventions; among those the map looks most like a landscape under the right one:
 * much of it is of our classes, and the sky is above the ground.
 */
export function recognize(statistics: readonly ValueStatistics[], conventions: readonly Convention[]): readonly Fit[] {
  const total = statistics.reduce((sum, { count }) => sum + count, 0);
  const fits = conventions.map((convention) => {
    const exact = countOf(statistics, ({ value }) => convention.meanings.has(value)) / total;
    const { landscape, order } = landscapeOf(statistics, convention, total);
    const score = convention.by === 'color' ? exact + 0.05 * landscape : landscape + order;
    return { convention, exact, landscape, score };
  });
  return fits
    .filter(
      ({ convention: { by }, exact, landscape }) =>
        exact >= LEAST_EXACT[by] && (by === 'color' || landscape >= LEAST_LANDSCAPE),
    )
    .toSorted((a, b) => b.score - a.score)
    .map(({ convention, exact, score }) => ({ convention, exact, score }));
}

/** Fits as good as the best but for a hair: which one it is was settled by what a landscape looks like. */
export function isClose(a: Fit, b: Fit): boolean {
  return Math.abs(a.score - b.score) < 0.1;
}

/** The share of our classes, and how much higher the sky lies than the ground: -0.5..0.5, 0 where one is not there. */
function landscapeOf(
  statistics: readonly ValueStatistics[],
  { meanings }: Convention,
  total: number,
): { readonly landscape: number; readonly order: number } {
  const classOf = ({ value }: ValueStatistics) => meanings.get(value)?.classId ?? ANY;
  const landscape = countOf(statistics, (one) => classOf(one) !== ANY) / total;
  const sky = statistics.filter((one) => SKY.has(classOf(one)));
  const ground = statistics.filter((one) => GROUND.has(classOf(one)));
  if (sky.length === 0 || ground.length === 0) return { landscape, order: 0 };
  return { landscape, order: Math.max(-0.5, Math.min(0.5, meanOf(ground) - meanOf(sky))) };
}

function countOf(statistics: readonly ValueStatistics[], belongs: (one: ValueStatistics) => boolean): number {
  return statistics.reduce((sum, one) => sum + (belongs(one) ? one.count : 0), 0);
}

function meanOf(statistics: readonly ValueStatistics[]): number {
  const total = countOf(statistics, () => true);
  return statistics.reduce((sum, { meanY, count }) => sum + meanY * count, 0) / total;
}
