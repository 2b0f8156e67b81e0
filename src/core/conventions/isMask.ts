import type { MapView } from './mapView.ts';

const [BLACK, WHITE] = [0x000000, 0xffffff];

/**
 * Whether a map is a mask: it has two values, and they are those with which tools write "no" and "yes". Which of its
 * sides is the sky, say, only its author knows.
 */
export function isMask(views: readonly MapView[]): boolean {
  return views.some(({ map, statistics, see }) => {
    if (statistics.length !== 2) return false;
    const values = statistics.map(({ value }) => see(value)).toSorted((a, b) => a - b);
    if (map.by === 'color') return values[0] === BLACK && values[1] === WHITE;
    return map.by === 'index' && values[0] === 0 && (values[1] === 1 || values[1] === 255 || values[1] === 65_535);
  });
}
