import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowSize, type AttentionWindow } from './attentionWindow.ts';
import { cellCount, type Lattice } from './lattice.ts';
import { MASKED, RingCache, ringRows } from './ringCache.ts';
import { raster } from './testing/raster.ts';
import { lagOf, lanesOf, stepCount, wavefront, type Position } from './wavefront.ts';
import { windows } from './testing/windows.ts';

const lattice = fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 40 }) });

/** The positions of the window that lie in the lattice. */
function seenFrom({ columns }: Lattice, window: AttentionWindow, { row, column }: Position): Position[] {
  const seen: Position[] = [];
  for (let i = Math.max(0, row - window.rows); i <= row; i++) {
    const last = i === row ? column - 1 : Math.min(columns - 1, column + window.right);
    for (let j = Math.max(0, column - window.left); j <= last; j++) seen.push({ row: i, column: j });
  }
  return seen;
}

test('the wavefront visits every position once', () => {
  fc.assert(
    fc.property(lattice, windows, (size, window) => {
      const visited = [...wavefront(size, window)].flat().map(({ row, column }) => row * size.columns + column);
      expect(visited.toSorted((a, b) => a - b)).toEqual([...Array(cellCount(size)).keys()]);
    }),
  );
});

test('the wavefront visits a position after everything in its window, and one step has one position a row', () => {
  fc.assert(
    fc.property(lattice, windows, (size, window) => {
      const stepOf = new Map<number, number>();
      const most = Math.min(size.rows, Math.ceil(size.columns / lagOf(size.columns, window)));
      [...wavefront(size, window)].forEach((lanes, step) => {
        expect(lanes.length).toBeLessThanOrEqual(most);
        expect(new Set(lanes.map(({ row }) => row)).size).toBe(lanes.length);
        for (const { row, column } of lanes) stepOf.set(row * size.columns + column, step);
      });
      let tooEarly = 0;
      for (const [cell, step] of stepOf) {
        const position = { row: Math.floor(cell / size.columns), column: cell % size.columns };
        for (const seen of seenFrom(size, window, position)) {
          if (stepOf.get(seen.row * size.columns + seen.column)! >= step) tooEarly++;
        }
      }
      expect(tooEarly).toBe(0);
    }),
  );
});

test('a row of the ring is overwritten only after its last reader, whichever the order', () => {
  fc.assert(
    fc.property(lattice, windows, fc.boolean(), (size, window, fast) => {
      const ring = new RingCache(window, size);
      const holds = new Map<number, number>();
      let wrong = 0;
      for (const lanes of fast ? wavefront(size, window) : raster(size)) {
        for (const position of lanes) {
          for (const seen of seenFrom(size, window, position)) {
            if (holds.get(ring.slotOf(seen)) !== seen.row * size.columns + seen.column) wrong++;
          }
        }
        for (const position of lanes) holds.set(ring.slotOf(position), position.row * size.columns + position.column);
      }
      expect(wrong).toBe(0);
      expect(ring.slots).toBe(ringRows(window, size.columns) * size.columns);
      expect([...holds.keys()].every((slot) => slot < ring.slots)).toBe(true);
    }),
  );
});

test('the rings of both kinds of models have 9 and 10 rows, and fewer where the lattice is too narrow to need them', () => {
  expect(ringRows({ rows: 8, left: 8, right: 8 }, 64)).toBe(9);
  expect(ringRows({ rows: 8, left: 8, right: 3 }, 64)).toBe(10);
  expect(ringRows({ rows: 8, left: 8, right: 3 }, 4)).toBe(9);
});

test('a lane’s window has the cache rows of what it sees, in raster order, and masks what lies outside', () => {
  const inside = lattice.chain(({ rows, columns }) =>
    fc.record({
      size: fc.constant({ rows, columns }),
      row: fc.nat(rows - 1),
      column: fc.nat(columns - 1),
    }),
  );
  fc.assert(
    fc.property(inside, windows, fc.nat(100), ({ size, row, column }, window, base) => {
      const ring = new RingCache(window, size);
      const slots = new Int32Array(ring.size);
      const bias = new Float32Array(ring.size + 1).fill(7);
      ring.writeWindow({ row, column }, base, slots, bias);
      const seen = seenFrom(size, window, { row, column }).map((position) => base + ring.slotOf(position));
      expect([...slots].filter((_, n) => bias[n] === 0)).toEqual(seen);
      expect([...slots].every((slot) => slot >= base && slot < base + ring.slots)).toBe(true);
      expect([...bias].every((one) => one === 0 || one === Math.fround(MASKED))).toBe(true);
      expect(bias.at(-1)).toBe(0);
    }),
  );
});

test('the windows of both kinds of models have 144 and 104 positions before their own', () => {
  expect(windowSize({ rows: 8, left: 8, right: 8 })).toBe(144);
  expect(windowSize({ rows: 8, left: 8, right: 3 })).toBe(104);
});

test('steps are as many as stepCount says, and lanesOf gives each of them', () => {
  fc.assert(
    fc.property(lattice, windows, (size, window) => {
      const steps = [...wavefront(size, window)];
      expect(steps).toHaveLength(stepCount(size, window));
      expect(steps.every((lanes) => lanes.length > 0)).toBe(true);
      expect(lanesOf(size, window, 0)).toEqual([{ row: 0, column: 0 }]);
    }),
  );
});

test('a window with 3 columns to the right takes half the steps of one with 8', () => {
  const steps = (rows: number, columns: number, right: number) =>
    stepCount({ rows, columns }, { rows: 8, left: 8, right });
  expect([steps(16, 16, 8), steps(16, 16, 3)]).toEqual([151, 76]);
  expect([steps(32, 64, 8), steps(32, 64, 3)]).toEqual([343, 188]);
});

test('raster goes row by row, one position a step', () => {
  expect([...raster({ rows: 2, columns: 2 })].flat()).toEqual([
    { row: 0, column: 0 },
    { row: 0, column: 1 },
    { row: 1, column: 0 },
    { row: 1, column: 1 },
  ]);
});
