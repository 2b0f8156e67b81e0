import type { AttentionWindow } from '../attentionWindow.ts';
import { LATTICE_LIMITS, type Lattice } from '../lattice.ts';
import type { Rect } from '../rect.ts';
import { boundsOfRegion, type Region } from './region.ts';

/** Rows below the region that the context network looks at: it sees all around, and nothing attends to them. */
export const ROWS_BELOW = 4;

/**
 * The part of the lattice that is sampled as a small lattice of its own when a region is: the region, what its cells
 * may attend to (the rows of the window above, its columns to either side) and some rows below, in sizes that are multiples
 * of 4. Beyond its borders the model sees nothing, as beyond those of a picture.
 * @returns in cells, within the lattice
 */
export function regionCrop(region: Region, lattice: Lattice, { rows, left, right }: AttentionWindow): Rect {
  const { x, y, width, height } = boundsOfRegion(region, lattice);
  const across = fit(x - left, x + width + right, lattice.columns);
  const down = fit(y - rows, y + height + ROWS_BELOW, lattice.rows);
  return { x: across.first, y: down.first, width: across.length, height: down.length };
}

/** first..end cut to 0..limit and widened to a size that a lattice may have; `limit` is such a size. */
function fit(first: number, end: number, limit: number): { first: number; length: number } {
  const { minimum, multiple } = LATTICE_LIMITS;
  const start = Math.max(0, first);
  const wanted = Math.min(limit, end) - start;
  const length = Math.min(limit, Math.max(minimum, Math.ceil(wanted / multiple) * multiple));
  return { first: Math.min(start, limit - length), length };
}

/** Cuts `rect` out of a map of the lattice with `scale` values along a cell's side. */
export function cropMap<T extends Uint8Array<ArrayBuffer> | Int16Array<ArrayBuffer>>(
  map: T,
  lattice: Lattice,
  rect: Rect,
  scale = 1,
): T {
  const across = lattice.columns * scale;
  const width = rect.width * scale;
  const cut = map.slice(0, width * rect.height * scale) as T;
  for (let y = 0; y < rect.height * scale; y++) {
    const start = (rect.y * scale + y) * across + rect.x * scale;
    cut.set(map.subarray(start, start + width), y * width);
  }
  return cut;
}
