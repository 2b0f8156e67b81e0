import { indexWithin } from '../indexWithin.ts';

/**
 * The sum over side x side pixels around each one; the border repeats. Rows first, then columns, each from low to high:
 * sums of doubles are then those of Python, to the bit.
 * @param plane [height, width]
 */
export function summedAround(plane: Float64Array, width: number, height: number, side: number): Float64Array {
  const reach = (side - 1) / 2;
  const rows = new Float64Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = plane[indexWithin(y - reach, height) * width + x]!;
      for (let n = 1 - reach; n <= reach; n++) sum += plane[indexWithin(y + n, height) * width + x]!;
      rows[y * width + x] = sum;
    }
  }
  const both = new Float64Array(plane.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = rows[y * width + indexWithin(x - reach, width)]!;
      for (let n = 1 - reach; n <= reach; n++) sum += rows[y * width + indexWithin(x + n, width)]!;
      both[y * width + x] = sum;
    }
  }
  return both;
}

/**
 * Each pixel's most frequent class among the side x side around it; ties: the lowest id.
 * @param layout [height, width]
 */
export function mostFrequentAround(
  layout: Uint8Array,
  width: number,
  height: number,
  side: number,
): Uint8Array<ArrayBuffer> {
  const result = Uint8Array.from(layout);
  const most = new Float64Array(layout.length);
  for (const id of new Set(layout.toSorted())) {
    const counts = summedAround(
      Float64Array.from(layout, (one) => (one === id ? 1 : 0)),
      width,
      height,
      side,
    );
    for (let at = 0; at < counts.length; at++) {
      if (counts[at]! <= most[at]!) continue;
      most[at] = counts[at]!;
      result[at] = id;
    }
  }
  return result;
}
