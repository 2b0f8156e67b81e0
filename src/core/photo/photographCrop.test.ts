import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutHeight, layoutWidth } from '../lattice.ts';
import { containsRect } from '../rect.ts';
import { MOST_ZOOM, photographCrop } from './photographCrop.ts';

const sides = fc.integer({ min: 64, max: 4096 });
const crops = fc.record({
  lattice: fc
    .record({ rows: fc.integer({ min: 2, max: 8 }), columns: fc.integer({ min: 2, max: 16 }) })
    .map(({ rows, columns }) => ({ rows: 4 * rows, columns: 4 * columns })),
  zoom: fc.double({ min: 1, max: MOST_ZOOM, noNaN: true }),
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('every part lies within the photograph and has the proportions of the lattice, to within a pixel', () => {
  fc.assert(
    fc.property(sides, sides, crops, (width, height, crop) => {
      const part = photographCrop({ width, height }, crop);
      expect(containsRect({ x: 0, y: 0, width, height }, part)).toBe(true);
      expect(Math.min(part.width, part.height)).toBeGreaterThanOrEqual(1);
      const wanted = (part.height * layoutWidth(crop.lattice)) / layoutHeight(crop.lattice);
      const perPixel = Math.max(1, layoutWidth(crop.lattice) / layoutHeight(crop.lattice));
      expect(Math.abs(part.width - wanted)).toBeLessThanOrEqual(1.5 * perPixel);
    }),
  );
});

test('not closer than at all it fills a side, and a photograph of the same proportions whole', () => {
  fc.assert(
    fc.property(sides, sides, crops, (width, height, crop) => {
      const part = photographCrop({ width, height }, { ...crop, zoom: 1 });
      expect(part.width === width || part.height === height).toBe(true);
    }),
  );
  const lattice = { rows: 16, columns: 32 };
  const whole = { x: 0, y: 0, width: 1024, height: 512 };
  expect(photographCrop(whole, { lattice, zoom: 1, x: 0.3, y: 0.9 })).toEqual(whole);
  expect(photographCrop(whole, { lattice, zoom: 2, x: 1, y: 0 })).toEqual({ x: 512, y: 0, width: 512, height: 256 });
});
