import { channelsOf } from '../rgb.ts';
import type { ValueStatistics } from './labelMap.ts';

/** As many regions as a person wants to name. */
export const MOST_CLUSTERS = 12;

const ROUNDS = 8;
/** Colours are gathered in boxes of this side first, so that a photograph's many are few. */
const BOX = 8;

interface Point {
  readonly rgb: readonly number[];
  readonly count: number;
}

/**
 * The few colours that stand for all colours of an unknown map: the most frequent one, then always the one that is
 * farthest from those there are and frequent enough, moved to their middles by k-means.
 * @param statistics of a map by colour
 * @returns at most 12 colours, 0xrrggbb; the values themselves where there are no more
 */
export function clusterColors(statistics: readonly ValueStatistics[]): readonly number[] {
  if (statistics.length <= MOST_CLUSTERS) return statistics.map(({ value }) => value);
  const points = boxed(statistics);
  let centers = seeds(points);
  for (let round = 0; round < ROUNDS; round++) {
    const groups: Point[][] = centers.map(() => []);
    for (const point of points) groups[nearest(centers, point.rgb)]!.push(point);
    centers = groups.flatMap((group) => (group.length > 0 ? [middleOf(group)] : []));
  }
  return centers.map(([r = 0, g = 0, b = 0]) => (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b));
}

/** @returns which of the colours is nearest to `color` */
export function nearestColor(colors: readonly number[], color: number): number {
  return nearest(colors.map(channelsOf), channelsOf(color));
}

function boxed(statistics: readonly ValueStatistics[]): readonly Point[] {
  const boxes = new Map<number, { sum: number[]; count: number }>();
  for (const { value, count } of statistics) {
    const rgb = channelsOf(value);
    const [r = 0, g = 0, b = 0] = rgb.map((channel) => Math.floor(channel / BOX));
    const key = (r << 10) | (g << 5) | b;
    const box = boxes.get(key) ?? { sum: [0, 0, 0], count: 0 };
    for (const [channel, level] of rgb.entries()) box.sum[channel]! += level * count;
    box.count += count;
    boxes.set(key, box);
  }
  return Array.from(boxes.values(), ({ sum, count }) => ({ rgb: sum.map((level) => level / count), count }));
}

function seeds(points: readonly Point[]): (readonly number[])[] {
  const first = points.reduce((a, b) => (b.count > a.count ? b : a));
  const chosen = [first.rgb];
  while (chosen.length < Math.min(MOST_CLUSTERS, points.length)) {
    let best = points[0]!;
    let most = -1;
    for (const point of points) {
      const near = Math.min(...chosen.map((one) => distanceOf(one, point.rgb)));
      const worth = near * Math.sqrt(point.count);
      if (worth > most) {
        most = worth;
        best = point;
      }
    }
    if (most <= 0) break;
    chosen.push(best.rgb);
  }
  return chosen;
}

function middleOf(group: readonly Point[]): readonly number[] {
  const count = group.reduce((sum, point) => sum + point.count, 0);
  return [0, 1, 2].map(
    (channel) => group.reduce((sum, { rgb, count: weight }) => sum + rgb[channel]! * weight, 0) / count,
  );
}

function nearest(centers: readonly (readonly number[])[], rgb: readonly number[]): number {
  const distances = centers.map((center) => distanceOf(center, rgb));
  return distances.indexOf(Math.min(...distances));
}

function distanceOf(a: readonly number[], b: readonly number[]): number {
  return (a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2 + (a[2]! - b[2]!) ** 2;
}
