/** The keyword under which our own maps say their convention, in a PNG's text. */
export const MAP_KEYWORD = 'plein-air-map';

/** The pixels of a segmentation map before anything is known of them. */
export interface LabelMap {
  readonly width: number;
  readonly height: number;
  /** Numbers, or colours as 0xrrggbb, row by row. */
  readonly values: Uint8Array | Uint16Array | Uint32Array;
  readonly by: 'index' | 'color';
  /** Of a map by index that has one: 0xrrggbb. */
  readonly palette?: readonly number[];
  /** What a map of our own says that it is. */
  readonly says?: string | undefined;
  /** The file's format does not keep colours exactly. */
  readonly lossy: boolean;
}

export interface ValueStatistics {
  readonly value: number;
  /** Pixels. */
  readonly count: number;
  /** Where they lie on the average: 0 the top, 1 the bottom. */
  readonly meanY: number;
}

/** A photograph has more colours than anyone paints with; the rest of them tell nothing. */
const MOST_VALUES = 65_536;

/** How often each value is there, and how high; of the first 65,536 values that are found. */
export function statisticsOf({ width, height, values }: LabelMap): readonly ValueStatistics[] {
  const found = new Map<number, { count: number; sumY: number }>();
  let last = -1;
  let entry: { count: number; sumY: number } | undefined;
  for (let y = 0; y < height; y++) {
    for (let at = y * width; at < (y + 1) * width; at++) {
      const value = values[at]!;
      if (value !== last) {
        last = value;
        entry = found.get(value);
        if (!entry && found.size < MOST_VALUES) {
          entry = { count: 0, sumY: 0 };
          found.set(value, entry);
        }
      }
      if (!entry) continue;
      entry.count++;
      entry.sumY += y;
    }
  }
  return Array.from(found, ([value, { count, sumY }]) => ({
    value,
    count,
    meanY: (sumY / count + 0.5) / height,
  })).toSorted((a, b) => b.count - a.count);
}

/** The same map by the colours of its palette; undefined where it has none. */
export function coloredBy(map: LabelMap): LabelMap | undefined {
  const { palette } = map;
  if (map.by === 'color') return map;
  if (!palette) return undefined;
  const values = Uint32Array.from(map.values, (index) => palette[index] ?? 0);
  return { ...map, by: 'color', values };
}
