import type { LabelMap } from '../labelMap.ts';

/** A band of a map, from the top down: its value, and how many of the map's hundred rows it has. */
export type Band = readonly [value: number, rows: number];

/** A map in bands, a hundred pixels wide and high. */
export function bandedMap(by: LabelMap['by'], bands: readonly Band[], more: Partial<LabelMap> = {}): LabelMap {
  const side = 100;
  const rows = bands.flatMap(([value, count]) => Array<number>(count).fill(value));
  if (rows.length !== side) throw new RangeError(`The bands have ${rows.length} rows.`);
  const values = Uint32Array.from({ length: side * side }, (_, at) => rows[Math.floor(at / side)]!);
  return { width: side, height: side, values, by, lossy: false, ...more };
}
