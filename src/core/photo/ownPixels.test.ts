import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount, LAYOUT_CELL_PIXELS, layoutHeight, layoutWidth, toLayout, type Lattice } from '../lattice.ts';
import { SIDES } from '../extend.ts';
import { PICTURE_CELL_PIXELS } from '../picturePixels.ts';
import {
  BLEND,
  extendOwnPixels,
  keptPicture,
  layOwnPixels,
  ownPixelsOf,
  withoutCells,
  type OwnPixels,
} from './ownPixels.ts';

const LATTICE = { rows: 8, columns: 12 };
const WIDTH = layoutWidth(LATTICE);
const HEIGHT = layoutHeight(LATTICE);

/** Own pixels are even in every channel, decoded ones odd: what is neither is a blend. */
function ownOf(kept: Uint8Array<ArrayBuffer>, lattice: Lattice = LATTICE): OwnPixels {
  const length = 4 * cellCount(lattice) * LAYOUT_CELL_PIXELS ** 2;
  const pixels = Uint8ClampedArray.from({ length }, (_, at) => (at % 4 === 3 ? 255 : 200 + 2 * (at % 20)));
  return { kept, pixels };
}

function decoded(width: number, height: number): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => (at % 4 === 3 ? 255 : 1 + 2 * (at % 30)));
}

const keptParts = fc
  .array(fc.nat(cellCount(LATTICE) - 1), { minLength: 1, maxLength: 90 })
  .map((cells) => cells.reduce((kept, cell) => kept.fill(1, cell, cell + 1), new Uint8Array(cellCount(LATTICE))));

/** From a pixel's middle to the nearest cell that is not kept; Infinity where all are. */
function distanceToRest(kept: Uint8Array, x: number, y: number): number {
  let least = Infinity;
  for (const [cell, isKept] of kept.entries()) {
    if (isKept === 1) continue;
    const left = (cell % LATTICE.columns) * LAYOUT_CELL_PIXELS;
    const top = Math.floor(cell / LATTICE.columns) * LAYOUT_CELL_PIXELS;
    const dx = Math.max(left - x, 0, x - left - LAYOUT_CELL_PIXELS);
    const dy = Math.max(top - y, 0, y - top - LAYOUT_CELL_PIXELS);
    least = Math.min(least, Math.hypot(dx, dy));
  }
  return least;
}

test('own pixels are bit for bit what is seen where they are kept, but for less than a cell along the rest', () => {
  expect(BLEND).toBeLessThan(1);
  fc.assert(
    fc.property(keptParts, (kept) => {
      const own = ownOf(kept);
      const tile = decoded(WIDTH, HEIGHT);
      const before = tile.slice();
      layOwnPixels(own, LATTICE, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, tile);
      const wrong: string[] = [];
      // Every third pixel: a law over all of them would take minutes.
      for (let at = 0; at < WIDTH * HEIGHT; at += 3) {
        const [x, y] = [(at % WIDTH) + 0.5, Math.floor(at / WIDTH) + 0.5];
        const cell = Math.floor(y / LAYOUT_CELL_PIXELS) * LATTICE.columns + Math.floor(x / LAYOUT_CELL_PIXELS);
        const seen = tile.subarray(4 * at, 4 * at + 4).join();
        const isOwn = seen === own.pixels.subarray(4 * at, 4 * at + 4).join();
        const isDecoded = seen === before.subarray(4 * at, 4 * at + 4).join();
        if (kept[cell] !== 1 && !isDecoded) wrong.push(`${x}, ${y} is not kept and was changed`);
        if (kept[cell] === 1 && !isOwn && distanceToRest(kept, x, y) >= BLEND * LAYOUT_CELL_PIXELS)
          wrong.push(`${x}, ${y}`);
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('the blend falls from one to the other without a step', () => {
  const kept = new Uint8Array(cellCount(LATTICE)).fill(1, 0, cellCount(LATTICE) / 2);
  const own = { kept, pixels: ownOf(kept).pixels.map((_, at) => (at % 4 === 3 ? 255 : 250)) };
  const tile = decoded(WIDTH, HEIGHT).map((_, at) => (at % 4 === 3 ? 255 : 50));
  layOwnPixels(own, LATTICE, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, tile);
  const column = Array.from({ length: HEIGHT }, (_, y) => tile[4 * (y * WIDTH + 40)]!);
  const clear = HEIGHT / 2 - BLEND * LAYOUT_CELL_PIXELS;
  expect(column.slice(0, clear)).toEqual(Array(clear).fill(250));
  expect(column.slice(HEIGHT / 2)).toEqual(Array(HEIGHT / 2).fill(50));
  const steps = column.slice(1).map((value, y) => column[y]! - value);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThan(30);
});

test('a tile shows what the whole picture shows there', () => {
  const tiles = fc.record({
    x: fc.nat(LATTICE.columns - 4),
    y: fc.nat(LATTICE.rows - 4),
    width: fc.integer({ min: 1, max: 4 }),
    height: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(keptParts, tiles, (kept, cells) => {
      const own = ownOf(kept);
      const rect = toLayout(cells);
      const whole = decoded(WIDTH, HEIGHT);
      const cut = (picture: Uint8ClampedArray) =>
        Uint8ClampedArray.from({ length: 4 * rect.width * rect.height }, (_, at) => {
          const y = Math.floor(at / (4 * rect.width));
          return picture[4 * ((rect.y + y) * WIDTH + rect.x) + (at % (4 * rect.width))]!;
        });
      const tile = cut(whole);
      layOwnPixels(own, LATTICE, rect, tile);
      layOwnPixels(own, LATTICE, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, whole);
      const expected = cut(whole);
      expect(tile.every((value, at) => value === expected[at])).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('what is kept comes back from its picture alone, and what is not kept is not in it', () => {
  fc.assert(
    fc.property(keptParts, (kept) => {
      const own = ownOf(kept);
      const picture = keptPicture(own, LATTICE);
      expect(picture.filter((_, at) => at % 4 === 3).reduce((sum, alpha) => sum + alpha / 255, 0)).toBe(
        kept.reduce((sum, cell) => sum + cell, 0) * LAYOUT_CELL_PIXELS ** 2,
      );
      const back = ownPixelsOf(picture, LATTICE);
      expect(back?.kept).toEqual(kept);
      expect(picture.every((value, at) => value === 0 || value === own.pixels[at])).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(ownPixelsOf(new Uint8ClampedArray(4 * WIDTH * HEIGHT), LATTICE)).toBeUndefined();
});

test('cells that are let go of are kept no more, and the photograph itself is shared', () => {
  const own = ownOf(new Uint8Array(cellCount(LATTICE)).fill(1));
  const less = withoutCells(own, [0, 5]);
  expect(less?.kept.reduce((sum, cell) => sum + cell, 0)).toBe(cellCount(LATTICE) - 2);
  expect(less?.pixels).toBe(own.pixels);
  expect(own.kept[0]).toBe(1);
  expect(withoutCells(own, own.kept.keys())).toBeUndefined();
});

test.each(SIDES)('extended to the %s the kept part shows the same pixels where it lay', (side) => {
  const kept = Uint8Array.from({ length: cellCount(LATTICE) }, (_, cell) => (cell % 5 === 0 ? 1 : 0));
  const own = ownOf(kept);
  const next = extendOwnPixels(own, LATTICE, side, 4);
  const upright = side === 'top' || side === 'bottom';
  const lattice = { rows: LATTICE.rows + (upright ? 4 : 0), columns: LATTICE.columns + (upright ? 0 : 4) };
  const [left, top] = [side === 'left' ? 4 : 0, side === 'top' ? 4 : 0];
  const at = (cell: number) =>
    (Math.floor(cell / LATTICE.columns) + top) * lattice.columns + (cell % LATTICE.columns) + left;
  expect(next.kept).toHaveLength(cellCount(lattice));
  expect([...next.kept.keys()].filter((cell) => next.kept[cell] === 1)).toEqual(
    [...kept.keys()].filter((cell) => kept[cell] === 1).map(at),
  );
  const before = keptPicture(own, LATTICE);
  const after = keptPicture(next, lattice);
  const from = 4 * ((LAYOUT_CELL_PIXELS * 2 + 3) * WIDTH + LAYOUT_CELL_PIXELS * 1 + 7);
  const to = 4 * ((LAYOUT_CELL_PIXELS * (2 + top) + 3) * layoutWidth(lattice) + LAYOUT_CELL_PIXELS * (1 + left) + 7);
  expect(kept[2 * LATTICE.columns + 1]).toBe(1);
  expect(after.subarray(to, to + 4)).toEqual(before.subarray(from, from + 4));
  expect(after.reduce((sum, value) => sum + value, 0)).toBe(before.reduce((sum, value) => sum + value, 0));
});

test.each(PICTURE_CELL_PIXELS)(
  'own pixels that are finer or coarser than a tile are scaled to it: %i a cell',
  (cellPixels) => {
    // A slope: halfway between two pixels it has their mean, whatever it is scaled to.
    const width = LATTICE.columns * cellPixels;
    const slope = (x: number) => (200 * (x + 0.5)) / width;
    const pixels = Uint8ClampedArray.from({ length: 4 * cellCount(LATTICE) * cellPixels ** 2 }, (_, at) =>
      at % 4 === 3 ? 255 : slope(Math.floor(at / 4) % width),
    );
    const own = { kept: new Uint8Array(cellCount(LATTICE)).fill(1), pixels };
    const rect = toLayout({ x: 2, y: 1, width: 4, height: 3 });
    for (const side of PICTURE_CELL_PIXELS) {
      const tile = new Uint8ClampedArray(4 * 12 * side ** 2).fill(255);
      layOwnPixels(own, LATTICE, rect, tile);
      const wrong = tile.findIndex((value, at) => {
        const place = (2 * side + (Math.floor(at / 4) % (4 * side)) + 0.5) / (LATTICE.columns * side);
        return Math.abs(value - (at % 4 === 3 ? 255 : 200 * place)) > 1;
      });
      expect(wrong).toBe(-1);
    }
    expect(ownPixelsOf(keptPicture(own, LATTICE), LATTICE)).toEqual(own);
  },
);
