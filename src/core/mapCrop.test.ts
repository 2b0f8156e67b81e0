import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLattice, layoutHeight, layoutWidth } from './lattice.ts';
import { cropFor, latticeFor } from './mapCrop.ts';
import { containsRect } from './rect.ts';

const side = fc.integer({ min: 64, max: 8192 });
const size = fc.record({ width: side, height: side });
const lattice = fc
  .record({ rows: fc.integer({ min: 2, max: 16 }), columns: fc.integer({ min: 2, max: 16 }) })
  .map(({ rows, columns }) => ({ rows: 4 * rows, columns: 4 * columns }))
  .filter((one) => isLattice(one));

describe('cutting a map to a lattice', () => {
  it('stays on the map, fills one side of it, and has the picture’s proportions but for a pixel', () => {
    fc.assert(
      fc.property(size, lattice, fc.double({ min: 0, max: 1, noNaN: true }), (map, wanted, place) => {
        const crop = cropFor(map, wanted, place);
        expect(containsRect({ x: 0, y: 0, ...map }, crop)).toBe(true);
        expect(crop.width === map.width || crop.height === map.height).toBe(true);
        const scale = Math.min(map.width / layoutWidth(wanted), map.height / layoutHeight(wanted));
        expect(Math.abs(crop.width - layoutWidth(wanted) * scale)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(crop.height - layoutHeight(wanted) * scale)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('finds the lattice of a picture’s own size', () => {
    fc.assert(
      fc.property(lattice, (like) => {
        expect(latticeFor({ width: layoutWidth(like), height: layoutHeight(like) }, like)).toEqual(like);
      }),
    );
  });

  it('finds a lattice for any map', () => {
    fc.assert(
      fc.property(size, lattice, (map, like) => {
        expect(isLattice(latticeFor(map, like))).toBe(true);
      }),
    );
  });
});
