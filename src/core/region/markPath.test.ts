import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAYOUT_CELL_PIXELS } from '../lattice.ts';
import { markPath } from './markPath.ts';
import { emptyRegion, regionSize } from './region.ts';

const lattice = { rows: 12, columns: 20 };
const at = fc.record({ x: fc.integer({ min: -50, max: 370 }), y: fc.integer({ min: -50, max: 250 }) });

test('every cell under the path is marked, and none is farther from it than the disc reaches', () => {
  fc.assert(
    fc.property(at, at, fc.integer({ min: LAYOUT_CELL_PIXELS, max: 128 }), (from, to, size) => {
      const region = emptyRegion(lattice);
      markPath(region, lattice, from, to, size, 1);
      for (let n = 0; n <= 100; n++) {
        const x = from.x + ((to.x - from.x) * n) / 100;
        const y = from.y + ((to.y - from.y) * n) / 100;
        const [row, column] = [Math.floor(y / LAYOUT_CELL_PIXELS), Math.floor(x / LAYOUT_CELL_PIXELS)];
        if (row < 0 || column < 0 || row >= lattice.rows || column >= lattice.columns) continue;
        expect(region[row * lattice.columns + column]).toBe(1);
      }
      for (const [cell, marked] of region.entries()) {
        if (marked === 0) continue;
        const middle = {
          x: ((cell % lattice.columns) + 0.5) * LAYOUT_CELL_PIXELS,
          y: (Math.floor(cell / lattice.columns) + 0.5) * LAYOUT_CELL_PIXELS,
        };
        const reach = Math.max(size / 2, 1) + LAYOUT_CELL_PIXELS * Math.SQRT1_2;
        expect(distanceToSegment(middle, from, to)).toBeLessThanOrEqual(reach + 1e-6);
      }
    }),
  );
});

test('what was marked is taken away again by the same path', () => {
  fc.assert(
    fc.property(at, at, fc.integer({ min: 2, max: 128 }), (from, to, size) => {
      const region = emptyRegion(lattice);
      const changed = markPath(region, lattice, from, to, size, 1);
      expect(changed).toBe(regionSize(region) > 0);
      expect(markPath(region, lattice, from, to, size, 1)).toBe(false);
      markPath(region, lattice, from, to, size, 0);
      expect(regionSize(region)).toBe(0);
    }),
  );
});

interface At {
  readonly x: number;
  readonly y: number;
}

function distanceToSegment(p: At, a: At, b: At): number {
  const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length2 === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}
