import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount } from './lattice.ts';
import { containsRect, type Rect } from './rect.ts';
import { windows } from './testing/windows.ts';
import { TilePlan } from './tilePlan.ts';
import { wavefront } from './wavefront.ts';

const HALO = 8;
const size = fc.integer({ min: 2, max: 16 }).map((n) => 4 * n);
const lattice = fc.record({ rows: size, columns: size });

function cellsOf(rect: Rect): [number, number][] {
  return Array.from({ length: rect.width * rect.height }, (_, n) => [
    rect.y + Math.floor(n / rect.width),
    rect.x + (n % rect.width),
  ]);
}

test('final tiles cover every cell once, and only after every cell within their halo is full', () => {
  fc.assert(
    fc.property(lattice, windows, ({ rows, columns }, window) => {
      const plan = new TilePlan({ rows, columns }, HALO);
      const filled = new Set<number>();
      const covered = new Set<number>();
      const take = () => {
        for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
          for (const [row, column] of cellsOf(rect)) {
            expect(covered.has(row * columns + column)).toBe(false);
            covered.add(row * columns + column);
          }
          for (let row = Math.max(0, rect.y - HALO); row < Math.min(rows, rect.y + rect.height + HALO); row++) {
            for (
              let column = Math.max(0, rect.x - HALO);
              column < Math.min(columns, rect.x + rect.width + HALO);
              column++
            ) {
              expect(filled.has(row * columns + column)).toBe(true);
            }
          }
        }
      };
      for (const lanes of wavefront({ rows, columns }, window)) {
        for (const { row, column } of lanes) {
          plan.fill(row, column);
          filled.add(row * columns + column);
        }
        take();
      }
      expect(covered.size).toBe(cellCount({ rows, columns }));
      expect(plan.done).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a provisional tile lies below the final ones, within the lattice, and is not given again without news', () => {
  fc.assert(
    fc.property(lattice, windows, ({ rows, columns }, window) => {
      const plan = new TilePlan({ rows, columns }, HALO);
      for (const lanes of wavefront({ rows, columns }, window)) {
        for (const { row, column } of lanes) plan.fill(row, column);
        const tile = plan.nextProvisional(() => true);
        if (tile === undefined) continue;
        expect(containsRect({ x: 0, y: 0, width: columns, height: rows }, tile)).toBe(true);
        const again = plan.nextProvisional(() => true);
        expect(again).not.toEqual(tile);
      }
    }),
    { numRuns: 30 },
  );
});

test('a tile that is not accepted is offered again', () => {
  const plan = new TilePlan({ rows: 8, columns: 16 }, HALO);
  for (let column = 0; column < 16; column++) for (let row = 0; row < 4; row++) plan.fill(row, column);
  expect(plan.nextProvisional(() => false)).toBeUndefined();
  expect(plan.nextProvisional(() => true)).toEqual({ x: 0, y: 0, width: 16, height: 8 });
});

test('no final tile is less than a band high, however late the tiles are taken: small runs are not exact', () => {
  fc.assert(
    fc.property(lattice, fc.nat(100), (whole, late) => {
      const plan = new TilePlan(whole, HALO);
      const heights: number[] = [];
      for (let row = 0; row < whole.rows; row++) {
        for (let column = 0; column < whole.columns; column++) plan.fill(row, column);
        if (row < late) continue;
        for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) heights.push(rect.height);
      }
      for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) heights.push(rect.height);
      expect(heights.length).toBeGreaterThan(0);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.min(8, whole.rows));
      expect(Math.max(...heights)).toBeLessThanOrEqual(16);
    }),
  );
});
