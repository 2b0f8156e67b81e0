import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount, isLattice, LATTICE_LIMITS } from '../lattice.ts';
import { windows } from '../testing/windows.ts';
import { emptyRegion, regionSize } from './region.ts';
import { regionCrop } from './regionCrop.ts';
import { regionPieces } from './regionPieces.ts';

const WIDE = { rows: 8, left: 8, right: 8 };

test('pieces have every cell of the region once, and the model can sample the crop of each', () => {
  const lattices = fc
    .record({ long: fc.integer({ min: 2, max: 48 }), short: fc.integer({ min: 2, max: 8 }), wide: fc.boolean() })
    .map(({ long, short, wide }) => ({ rows: 4 * (wide ? short : long), columns: 4 * (wide ? long : short) }));
  const regions = lattices.chain((lattice) =>
    fc.record({
      lattice: fc.constant(lattice),
      cells: fc.array(fc.nat(cellCount(lattice) - 1), { minLength: 1, maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(regions, windows, ({ lattice, cells }, window) => {
      const region = emptyRegion(lattice);
      for (const cell of cells) region[cell] = 1;
      const pieces = regionPieces(region, lattice, window);
      const joined = emptyRegion(lattice);
      for (const piece of pieces) {
        const { width, height } = regionCrop(piece, lattice, window);
        expect(isLattice({ rows: height, columns: width }, LATTICE_LIMITS)).toBe(true);
        for (const [cell, one] of piece.entries()) joined[cell]! += one;
      }
      expect(joined).toEqual(region);
    }),
  );
});

test('a region that the model can sample at once is one piece', () => {
  const region = emptyRegion({ rows: 32, columns: 64 }).fill(1);
  expect(regionPieces(region, { rows: 32, columns: 64 }, WIDE)).toEqual([region]);
  const long = emptyRegion({ rows: 16, columns: 128 }).fill(1);
  const pieces = regionPieces(long, { rows: 16, columns: 128 }, WIDE);
  expect(pieces.map(regionSize)).toEqual([688, 672, 688]);
});
