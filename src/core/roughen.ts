import { indexWithin } from './indexWithin.ts';
import type { Layout } from './layout.ts';
import { noise } from './noise.ts';
import { readRect } from './patch.ts';
import type { WriteRecorder } from './paintSpans.ts';
import { EMPTY_RECT, growRect, intersectRect, isEmptyRect, unionRect, wholeRect, type Rect } from './rect.ts';

/** How far an edge may move, layout pixels. */
export const ROUGHEN_REACH = 7;

/** Waves of these lengths, layout pixels, each with its share of the reach: coarse ones for form, fine ones for grain. */
const OCTAVES = [
  { length: 40, share: 0.5 },
  { length: 16, share: 0.3 },
  { length: 6, share: 0.2 },
] as const;

/** Blocks in which nothing is near an edge are left out: most of a layout. */
const BLOCK = 16;

/**
 * Gives hand-painted shapes natural borders: each pixel takes the class a little way off, by two smooth fields of noise
 * (domain warping, Quilez 2002; value noise of three octaves). The same seed gives the same borders; classes only move
 * and none comes up that was not there.
 * @param rect what may be changed
 * @returns the smallest rectangle that was written; empty if nothing has an edge
 */
export function roughen(layout: Layout, rect: Rect, seed: number, recorder?: WriteRecorder): Rect {
  const { width, ids } = layout;
  const area = intersectRect(rect, wholeRect(layout));
  if (isEmptyRect(area)) return EMPTY_RECT;
  const source = readRect(layout, area);
  const fields = [fieldOf(seed, 0, area), fieldOf(seed, 1, area)] as const;
  let written = EMPTY_RECT;
  for (let top = 0; top < area.height; top += BLOCK) {
    for (let left = 0; left < area.width; left += BLOCK) {
      const whole = wholeRect(area);
      const block = intersectRect({ x: left, y: top, width: BLOCK, height: BLOCK }, whole);
      if (isEven(source, area.width, intersectRect(growRect(block, ROUGHEN_REACH + 1), whole))) continue;
      const place = { ...block, x: area.x + left, y: area.y + top };
      recorder?.touch(place);
      written = unionRect(written, place);
      for (let y = top; y < top + block.height; y++) {
        for (let x = left; x < left + block.width; x++) {
          const fromX = indexWithin(Math.round(x + fields[0](x, y)), area.width);
          const fromY = indexWithin(Math.round(y + fields[1](x, y)), area.height);
          ids[(area.y + y) * width + area.x + x] = source[fromY * area.width + fromX]!;
        }
      }
    }
  }
  return written;
}

/** Whether all of a part has one class. */
function isEven(source: Uint8Array, width: number, part: Rect): boolean {
  const first = source[part.y * width + part.x];
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let x = part.x; x < part.x + part.width; x++) if (source[y * width + x] !== first) return false;
  }
  return true;
}

/** A smooth field, -reach..reach, that depends on the place in the layout alone. */
function fieldOf(seed: number, axis: 0 | 1, area: Rect): (x: number, y: number) => number {
  const waves = OCTAVES.map(({ length, share }, octave) => {
    const firstColumn = Math.floor(area.x / length);
    const firstRow = Math.floor(area.y / length);
    const columns = Math.ceil(area.width / length) + 2;
    const rows = Math.ceil(area.height / length) + 2;
    const knots = Float32Array.from({ length: rows * columns }, (_, at) => {
      const row = firstRow + Math.floor(at / columns);
      return 2 * noise(seed + 7919 * (2 * octave + axis), row, firstColumn + (at % columns)) - 1;
    });
    return (x: number, y: number) => {
      const u = (area.x + x) / length - firstColumn;
      const v = (area.y + y) / length - firstRow;
      const column = Math.floor(u);
      const row = Math.floor(v);
      const s = smooth(u - column);
      const t = smooth(v - row);
      const at = row * columns + column;
      const upper = knots[at]! + s * (knots[at + 1]! - knots[at]!);
      const lower = knots[at + columns]! + s * (knots[at + columns + 1]! - knots[at + columns]!);
      return share * ROUGHEN_REACH * (upper + t * (lower - upper));
    };
  });
  return (x, y) => waves.reduce((sum, wave) => sum + wave(x, y), 0);
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
