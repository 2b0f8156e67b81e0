import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DirtyRegion } from './dirtyRegion.ts';
import type { Rect } from './rect.ts';

const rect = fc.record({
  x: fc.nat(60),
  y: fc.nat(60),
  width: fc.integer({ min: 0, max: 20 }),
  height: fc.integer({ min: 0, max: 20 }),
});

function pixels(rects: readonly Rect[]): Set<number> {
  const all = new Set<number>();
  for (const { x, y, width, height } of rects) {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) all.add(row * 100 + column);
  }
  return all;
}

describe('a dirty region', () => {
  it('covers all that was added, in a few rectangles, and is empty once taken', () => {
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 30 }), (added) => {
        const region = new DirtyRegion();
        for (const each of added) region.add(each);
        const taken = region.take();
        const covered = pixels(taken);
        expect([...pixels(added)].every((pixel) => covered.has(pixel))).toBe(true);
        expect(taken.length).toBeLessThanOrEqual(6);
        expect(region.empty).toBe(true);
      }),
    );
  });

  it('keeps apart what lies far apart, and joins what touches', () => {
    const region = new DirtyRegion();
    region.add({ x: 0, y: 0, width: 10, height: 10 });
    region.add({ x: 900, y: 400, width: 10, height: 10 });
    region.add({ x: 10, y: 0, width: 10, height: 10 });
    const taken = region.take().toSorted((a, b) => a.x - b.x);
    expect(taken).toEqual([
      { x: 0, y: 0, width: 20, height: 10 },
      { x: 900, y: 400, width: 10, height: 10 },
    ]);
  });
});
