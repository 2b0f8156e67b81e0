import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount, type Lattice } from './lattice.ts';
import { RING_ROWS, slotOf, WINDOW, WINDOW_OFFSETS } from './ringCache.ts';
import {
  lanesOf,
  maximumLanes,
  raster,
  stepCount,
  wavefront,
  WINDOW_COLUMNS,
  WINDOW_ROWS,
  type Position,
} from './wavefront.ts';

const lattice = fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 40 }) });

/** The positions of the window that lie in the lattice. */
function windowOf({ columns }: Lattice, row: number, column: number): Position[] {
  return WINDOW_OFFSETS.map((offset) => ({ row: row + offset.row, column: column + offset.column })).filter(
    (seen) => seen.row >= 0 && seen.column >= 0 && seen.column < columns,
  );
}

test('the wavefront visits every position once', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      const visited = [...wavefront(size)].flat().map(({ row, column }) => row * size.columns + column);
      expect(visited.toSorted((a, b) => a - b)).toEqual([...Array(cellCount(size)).keys()]);
    }),
  );
});

test('the wavefront visits a position after everything in its window, and one step has one position a row', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      const stepOf = new Map<number, number>();
      [...wavefront(size)].forEach((lanes, step) => {
        expect(lanes.length).toBeLessThanOrEqual(maximumLanes(size));
        expect(new Set(lanes.map(({ row }) => row)).size).toBe(lanes.length);
        for (const { row, column } of lanes) stepOf.set(row * size.columns + column, step);
      });
      let tooEarly = 0;
      for (const [cell, step] of stepOf) {
        for (const seen of windowOf(size, Math.floor(cell / size.columns), cell % size.columns)) {
          if (stepOf.get(seen.row * size.columns + seen.column)! >= step) tooEarly++;
        }
      }
      expect(tooEarly).toBe(0);
    }),
  );
});

test('a row of the ring is overwritten only after its last reader', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      const holds = new Map<number, number>();
      let wrong = 0;
      for (const lanes of wavefront(size)) {
        for (const { row, column } of lanes) {
          for (const seen of windowOf(size, row, column)) {
            if (holds.get(slotOf(size, seen)) !== seen.row * size.columns + seen.column) wrong++;
          }
        }
        for (const position of lanes) holds.set(slotOf(size, position), position.row * size.columns + position.column);
      }
      expect(wrong).toBe(0);
      expect(holds.size).toBe(Math.min(RING_ROWS, size.rows) * size.columns);
    }),
  );
});

test('the window has 144 positions before its own, in raster order', () => {
  expect(WINDOW).toBe(144);
  expect(WINDOW_OFFSETS[0]).toEqual({ row: -WINDOW_ROWS, column: -WINDOW_COLUMNS });
  expect(WINDOW_OFFSETS[WINDOW - 1]).toEqual({ row: 0, column: -1 });
});

test('steps are as many as stepCount says, and lanesOf gives each of them', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      const steps = [...wavefront(size)];
      expect(steps).toHaveLength(stepCount(size));
      expect(steps.every((lanes) => lanes.length > 0)).toBe(true);
      expect(lanesOf(size, 0)).toEqual([{ row: 0, column: 0 }]);
    }),
  );
});

test('raster goes row by row, one position a step', () => {
  expect([...raster({ rows: 2, columns: 2 })].flat()).toEqual([
    { row: 0, column: 0 },
    { row: 0, column: 1 },
    { row: 1, column: 0 },
    { row: 1, column: 1 },
  ]);
});
