import { indexWithin } from './indexWithin.ts';
import { cellCount, type Lattice } from './lattice.ts';
import { cellPixelsOf } from './picturePixels.ts';

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/** The lattice with more cells on one side. */
export function extendedLattice({ rows, columns }: Lattice, side: Side, cells: number): Lattice {
  return side === 'left' || side === 'right' ? { rows, columns: columns + cells } : { rows: rows + cells, columns };
}

interface NumberArray {
  readonly length: number;
  set(values: ArrayLike<number>, at: number): void;
  subarray(from: number, to: number): ArrayLike<number>;
}

/**
 * A map with more room on one side: what it had lies where it lay in the picture.
 * @param width values in a row of the map
 * @param more values that a row, or rows that the map has more
 * @param target the new map, filled with what is to be in the room
 */
export function extendMap<T extends NumberArray>(map: T, width: number, side: Side, more: number, target: T): T {
  const across = side === 'left' || side === 'right' ? width + more : width;
  const left = side === 'left' ? more : 0;
  const top = side === 'top' ? more : 0;
  for (let y = 0; y < map.length / width; y++) {
    target.set(map.subarray(y * width, (y + 1) * width), (y + top) * across + left);
  }
  return target;
}

/** A picture with more room on one side, transparent. @param pixels RGBA of the lattice */
export function extendPixels(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  lattice: Lattice,
  side: Side,
  cells: number,
): Uint8ClampedArray<ArrayBuffer> {
  const cellPixels = cellPixelsOf(pixels, cellCount(lattice));
  const area = cellCount(extendedLattice(lattice, side, cells)) * cellPixels ** 2;
  // A row is longer by bytes, a picture by rows.
  const more = side === 'left' || side === 'right' ? 4 * cells * cellPixels : cells * cellPixels;
  return extendMap(pixels, 4 * lattice.columns * cellPixels, side, more, new Uint8ClampedArray(4 * area));
}

/** A layout with more room on one side: what was at the edge goes on there. @param more pixels */
export function extendLayout(ids: Uint8Array, width: number, side: Side, more: number): Uint8Array<ArrayBuffer> {
  const height = ids.length / width;
  const isLevel = side === 'left' || side === 'right';
  const across = isLevel ? width + more : width;
  const down = isLevel ? height : height + more;
  const target = new Uint8Array(across * down);
  // Row by row, and not pixel by pixel: it is done while a person waits.
  for (let y = 0; y < down; y++) {
    const from = width * indexWithin(side === 'top' ? y - more : y, height);
    const row = ids.subarray(from, from + width);
    const start = y * across;
    target.set(row, side === 'left' ? start + more : start);
    if (side === 'left') target.fill(row[0]!, start, start + more);
    if (side === 'right') target.fill(row[width - 1]!, start + width, start + across);
  }
  return target;
}
