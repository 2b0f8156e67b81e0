import type { Layout } from './layout.ts';
import { readRect } from './patch.ts';
import { intersectRect, type Rect } from './rect.ts';

/** A rectangle of a layout on its own. @param rect within the layout */
export function readBlock(layout: Layout, rect: Rect): Layout {
  return { width: rect.width, height: rect.height, ids: readRect(layout, rect) };
}

/** Writes a block at a place; what lies outside of the layout is left out. @returns what was written */
export function writeBlock({ ids, width, height }: Layout, block: Layout, x: number, y: number): Rect {
  const place = intersectRect({ x, y, width: block.width, height: block.height }, { x: 0, y: 0, width, height });
  for (let row = place.y; row < place.y + place.height; row++) {
    const from = (row - y) * block.width + place.x - x;
    ids.set(block.ids.subarray(from, from + place.width), row * width + place.x);
  }
  return place;
}

/** `across`: left becomes right; `over`: top becomes bottom. */
export function flipBlock({ width, height, ids }: Layout, way: 'across' | 'over'): Layout {
  const flipped = new Uint8Array(ids.length);
  for (let y = 0; y < height; y++) {
    const from = way === 'over' ? height - 1 - y : y;
    const row = ids.slice(from * width, (from + 1) * width);
    flipped.set(way === 'across' ? row.toReversed() : row, y * width);
  }
  return { width, height, ids: flipped };
}
