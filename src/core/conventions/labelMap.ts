import type { Size } from '../rect.ts';

/** The keyword under which our own maps say their convention, in a PNG's text. */
export const MAP_KEYWORD = 'plein-air-map';

/** The value of a pixel that the file leaves transparent: no number and no colour that a file can have. */
export const TRANSPARENT = 0x1000000;

/** What a pixel holds: a number, a colour, or a label of ADE20K's full maps, which is spread over red and green. */
export type ValueKind = 'index' | 'color' | 'ade20k-full';

/** The pixels of a segmentation map before anything is known of them. */
export interface LabelMap extends Size {
  /** Numbers, or colours as 0xrrggbb, as they stand in the file, row by row; `TRANSPARENT` where there is nothing. */
  readonly values: Uint8Array | Uint16Array | Uint32Array;
  readonly by: ValueKind;
  /** Of a map by index that has one: 0xrrggbb, as they stand in the file. */
  readonly palette?: readonly number[];
  /** What a map of our own says that it is. */
  readonly says?: string | undefined;
  /** The file's format does not keep colours exactly. */
  readonly lossy: boolean;
  /** Of a file with a colour profile: what a colour that stands in it is in sRGB, the same to within a rounding. */
  readonly toSrgb?: ((color: number) => number) | undefined;
}

export interface ValueStatistics {
  readonly value: number;
  /** Pixels. */
  readonly count: number;
  /** Where they lie on the average: 0 the top, 1 the bottom. */
  readonly meanY: number;
  /** Of these pixels: those in the top quarter of the map, in its middle half, and in its bottom quarter. */
  readonly bands: readonly [top: number, middle: number, bottom: number];
}

/** A photograph has more colours than anyone paints with; the rest of them tell nothing. */
const MOST_VALUES = 65_536;

/** How often each value is there, and how high; of the first 65,536 values that are found. The most frequent first. */
export function statisticsOf({ width, height, values }: LabelMap): readonly ValueStatistics[] {
  const found = new Map<number, { count: number; sumY: number; bands: [number, number, number] }>();
  let last = -1;
  let entry: { count: number; sumY: number; bands: [number, number, number] } | undefined;
  for (let y = 0; y < height; y++) {
    const band = 4 * y < height ? 0 : 4 * y < 3 * height ? 1 : 2;
    for (let at = y * width; at < (y + 1) * width; at++) {
      const value = values[at]!;
      if (value !== last) {
        last = value;
        entry = found.get(value);
        if (!entry && found.size < MOST_VALUES) {
          entry = { count: 0, sumY: 0, bands: [0, 0, 0] };
          found.set(value, entry);
        }
      }
      if (!entry) continue;
      entry.count++;
      entry.sumY += y;
      entry.bands[band]++;
    }
  }
  return Array.from(found, ([value, { count, sumY, bands }]) => ({
    value,
    count,
    meanY: (sumY / count + 0.5) / height,
    bands,
  })).toSorted((a, b) => b.count - a.count);
}
