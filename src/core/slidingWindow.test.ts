import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PREFIX, sequenceOf, slidingRuns, WINDOW_POSITIONS, WINDOW_SIDE, windowStart } from './slidingWindow.ts';

const side = fc.integer({ min: WINDOW_SIDE, max: 70 });
const lattice = fc.record({ rows: side, columns: side });

/** As `scripts/sample_conditional.py` of CompVis/taming-transformers has it. */
function localOf(i: number, length: number): number {
  if (i <= 8) return i;
  if (length - i < 8) return 16 - (length - i);
  return 8;
}

test('the window is where the authors have it', () => {
  fc.assert(
    fc.property(side, (length) => {
      for (let at = 0; at < length; at++) expect(windowStart(at, length)).toBe(at - localOf(at, length));
    }),
  );
});

test('runs have every cell once, in raster order, and a run ends where the window moves', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      const runs = [...slidingRuns(size)];
      const cells = runs.flatMap((run) => run.cells).map(({ row, column }) => row * size.columns + column);
      expect(cells).toEqual([...Array(size.rows * size.columns).keys()]);
      runs.forEach(({ top, left }, n) => {
        expect([top, left]).not.toEqual([runs[n - 1]?.top, runs[n - 1]?.left]);
      });
    }),
    { numRuns: 20 },
  );
});

test('within a run each cell is the one after the cell before it inside the window, and none is past its end', () => {
  fc.assert(
    fc.property(lattice, (size) => {
      for (const { top, left, cells } of slidingRuns(size)) {
        const places = cells.map(({ row, column }) => (row - top) * WINDOW_SIDE + column - left);
        places.forEach((place, n) => expect(place).toBe(places[0]! + n));
        expect(PREFIX + places.at(-1)!).toBeLessThanOrEqual(WINDOW_POSITIONS);
      }
    }),
    { numRuns: 20 },
  );
});

test('a lattice of one window is one run', () => {
  expect([...slidingRuns({ rows: 16, columns: 16 })]).toHaveLength(1);
});

test('a sequence has the layout of the window, then the tokens before the cell', () => {
  const size = { rows: 20, columns: 24 };
  const condition = Int32Array.from({ length: 480 }, (_, cell) => cell);
  const tokens = Int16Array.from(condition, (cell) => 1000 + cell);
  const run = [...slidingRuns(size)].find(({ cells }) => cells[0]!.row === 10 && cells[0]!.column === 9)!;
  expect([run.top, run.left]).toEqual([2, 1]);
  const sequence = sequenceOf(size, run, condition, tokens);
  expect(sequence).toHaveLength(256 + 8 * 16 + 8);
  expect(sequence[0]).toBe(2 * 24 + 1);
  expect(sequence[255]).toBe(17 * 24 + 16);
  expect(sequence[256]).toBe(1000 + 2 * 24 + 1);
  expect(sequence.at(-1)).toBe(1000 + 10 * 24 + 8);
});
