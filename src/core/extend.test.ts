import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendedLattice, extendLayout, extendMap, SIDES } from './extend.ts';

const cases = fc.record({
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
  more: fc.integer({ min: 1, max: 5 }),
  side: fc.constantFrom(...SIDES),
  seed: fc.nat(100),
});

test('what a map had lies where it lay, and the room has what it was filled with', () => {
  fc.assert(
    fc.property(cases, ({ width, height, more, side, seed }) => {
      const map = Int16Array.from({ length: width * height }, (_, n) => n + seed);
      const { rows, columns } = extendedLattice({ rows: height, columns: width }, side, more);
      const next = extendMap(map, width, side, more, new Int16Array(rows * columns).fill(-1));
      const [left, top] = [side === 'left' ? more : 0, side === 'top' ? more : 0];
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          const inside = x >= left && x < left + width && y >= top && y < top + height;
          expect(next[y * columns + x]).toBe(inside ? map[(y - top) * width + x - left] : -1);
        }
      }
    }),
  );
});

test('the new part of a layout is what lies nearest to it', () => {
  fc.assert(
    fc.property(cases, ({ width, height, more, side, seed }) => {
      const ids = Uint8Array.from({ length: width * height }, (_, n) => (n * 7 + seed) % 13);
      const { rows, columns } = extendedLattice({ rows: height, columns: width }, side, more);
      const next = extendLayout(ids, width, side, more);
      const [left, top] = [side === 'left' ? more : 0, side === 'top' ? more : 0];
      const near = (at: number, from: number, size: number) => Math.min(size - 1, Math.max(0, at - from));
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          expect(next[y * columns + x]).toBe(ids[near(y, top, height) * width + near(x, left, width)]);
        }
      }
    }),
  );
});
