import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OWN_WINDOW } from '../attentionWindow.ts';
import { cellCount, isLattice, SUB_CELLS, type Lattice } from '../lattice.ts';
import { containsRect, intersectRect } from '../rect.ts';
import { windows } from '../testing/windows.ts';
import { evenTiles } from './evenTiles.ts';
import { followersOf } from './followers.ts';
import { boundsOfRegion, changedRegion, emptyRegion, growRegion, isEmptyRegion, regionOfClass } from './region.ts';
import { cropMap, regionCrop } from './regionCrop.ts';

const lattices = fc
  .record({ rows: fc.integer({ min: 2, max: 16 }), columns: fc.integer({ min: 2, max: 16 }) })
  .map(({ rows, columns }) => ({ rows: 4 * rows, columns: 4 * columns }))
  .filter((lattice) => isLattice(lattice));
const regions = lattices.chain((lattice) =>
  fc.record({
    lattice: fc.constant(lattice),
    cells: fc.array(fc.nat(cellCount(lattice) - 1), { minLength: 1, maxLength: 6 }),
  }),
);

function regionOf(lattice: Lattice, cells: readonly number[]) {
  const region = emptyRegion(lattice);
  for (const cell of cells) region[cell] = 1;
  return region;
}

test('a crop is a lattice within the lattice and has all that a cell of the region may attend to', () => {
  fc.assert(
    fc.property(regions, windows, ({ lattice, cells }, window) => {
      const region = regionOf(lattice, cells);
      const crop = regionCrop(region, lattice, window);
      const whole = { x: 0, y: 0, width: lattice.columns, height: lattice.rows };
      expect(isLattice({ rows: crop.height, columns: crop.width })).toBe(true);
      expect(containsRect(whole, crop)).toBe(true);
      const { x, y, width, height } = boundsOfRegion(region, lattice);
      const { rows, left, right } = window;
      const seen = { x: x - left, y: y - rows, width: left + width + right, height: rows + height };
      expect(containsRect(crop, intersectRect(seen, whole))).toBe(true);
    }),
  );
});

test('a change of a few cells in a large lattice has a crop that goes with the change', () => {
  const lattice = { rows: 32, columns: 64 };
  const region = regionOf(lattice, [20 * 64 + 30, 24 * 64 + 34]);
  expect(regionCrop(region, lattice, { rows: 8, left: 8, right: 8 })).toEqual({ x: 22, y: 12, width: 24, height: 20 });
  expect(regionCrop(region, lattice, { rows: 8, left: 8, right: 3 })).toEqual({ x: 22, y: 12, width: 16, height: 20 });
});

test('a crop of a map is what lies within it', () => {
  fc.assert(
    fc.property(regions, fc.constantFrom(1, SUB_CELLS), ({ lattice, cells }, scale) => {
      const map = Uint8Array.from({ length: cellCount(lattice) * scale * scale }, (_, n) => (n * 7) % 251);
      const rect = regionCrop(regionOf(lattice, cells), lattice, OWN_WINDOW);
      const cut = cropMap(map, lattice, rect, scale);
      expect(cut).toHaveLength(rect.width * rect.height * scale * scale);
      for (const [y, x] of [
        [0, 0],
        [rect.height * scale - 1, rect.width * scale - 1],
      ] as const) {
        const there = (rect.y * scale + y) * lattice.columns * scale + rect.x * scale + x;
        expect(cut[y * rect.width * scale + x]).toBe(map[there]);
      }
    }),
  );
});

test('tiles cover their rectangle once, and none is larger than the decoder may be kept busy with', () => {
  const sides = fc.integer({ min: 1, max: 70 });
  fc.assert(
    fc.property(sides, sides, fc.constantFrom(16, 32), (width, height, tallest) => {
      const tiles = evenTiles({ x: 3, y: 5, width, height }, tallest);
      const area = tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0);
      expect(area).toBe(width * height);
      for (const tile of tiles) {
        expect(tile.width).toBeLessThanOrEqual(32);
        expect(tile.height).toBeLessThanOrEqual(tallest);
        expect(containsRect({ x: 3, y: 5, width, height }, tile)).toBe(true);
        expect(tiles.filter((other) => intersectRect(tile, other).width > 0)).toHaveLength(1);
      }
    }),
  );
});

test('a rim is every cell that is so near, and no other', () => {
  fc.assert(
    fc.property(regions, fc.integer({ min: 0, max: 3 }), ({ lattice, cells }, rim) => {
      const region = regionOf(lattice, cells);
      const grown = growRegion(region, lattice, rim);
      for (let cell = 0; cell < grown.length; cell++) {
        const near = cells.some(
          (other) =>
            Math.abs((other % lattice.columns) - (cell % lattice.columns)) <= rim &&
            Math.abs(Math.floor(other / lattice.columns) - Math.floor(cell / lattice.columns)) <= rim,
        );
        expect(grown[cell] === 1).toBe(near);
      }
    }),
    { numRuns: 30 },
  );
});

test('a sub-cell that changed is a cell that changed, and nothing else is', () => {
  const lattice = { rows: 8, columns: 12 };
  const before = new Uint8Array(cellCount(lattice) * 16).fill(1);
  const after = before.slice();
  after[(4 * 3 + 2) * 48 + 4 * 5 + 3] = 9;
  expect(isEmptyRegion(changedRegion(before, before, lattice))).toBe(true);
  expect(changedRegion(before, after, lattice)).toEqual(regionOf(lattice, [3 * 12 + 5]));
});

test('followers are kept cells after one of the region, two cells away at most', () => {
  fc.assert(
    fc.property(regions, windows, ({ lattice, cells }, window) => {
      const region = regionOf(lattice, cells);
      const followers = followersOf(region, lattice, window);
      expect(followers.some((one, cell) => one === 1 && region[cell] === 1)).toBe(false);
      for (const [cell, one] of followers.entries()) {
        const expected =
          region[cell] === 0 &&
          cells.some((other) => {
            const down = Math.floor(cell / lattice.columns) - Math.floor(other / lattice.columns);
            const across = (cell % lattice.columns) - (other % lattice.columns);
            return other < cell && down >= 0 && down <= window.rows && across <= window.left && -across <= window.right;
          });
        expect(one === 1).toBe(expected);
      }
    }),
  );
});

test('the cell to the left of one in the middle is no follower of it, the others around and below are', () => {
  const lattice = { rows: 8, columns: 8 };
  const followers = followersOf(regionOf(lattice, [3 * 8 + 3]), lattice);
  expect([...followers.keys()].filter((cell) => followers[cell] === 1)).toEqual([
    28, 29, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45,
  ]);
});

test('all of a class are the cells with something of it in them, at its edge as well, and no others', () => {
  fc.assert(
    fc.property(lattices, fc.nat(), fc.nat(), (lattice, across, down) => {
      const [rows, columns] = [lattice.rows * SUB_CELLS, lattice.columns * SUB_CELLS];
      // A corner of class 3 that ends within cells.
      const [right, bottom] = [1 + (across % columns), 1 + (down % rows)];
      const subCells = Uint8Array.from({ length: rows * columns }, (_, at) =>
        at % columns < right && Math.floor(at / columns) < bottom ? 3 : 1,
      );
      const region = regionOfClass(subCells, lattice, 3);
      const bounds = { x: 0, y: 0, width: Math.ceil(right / SUB_CELLS), height: Math.ceil(bottom / SUB_CELLS) };
      expect(boundsOfRegion(region, lattice)).toEqual(bounds);
      expect(region.filter(Boolean)).toHaveLength(bounds.width * bounds.height);
      expect(isEmptyRegion(regionOfClass(subCells, lattice, 5))).toBe(true);
    }),
  );
});
