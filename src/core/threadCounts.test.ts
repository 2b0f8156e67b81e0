import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseThreads, threadCounts } from './threadCounts.ts';

test('the counts that are tried go from 1 up, and leave a core to the page where there are more than two', () => {
  expect(threadCounts(1)).toEqual([1]);
  expect(threadCounts(2)).toEqual([1, 2]);
  expect(threadCounts(4)).toEqual([1, 2, 3]);
  expect(threadCounts(8)).toEqual([1, 2, 4, 7]);
  expect(threadCounts(64)).toEqual([1, 2, 4, 8]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 256 }), (cores) => {
      const counts = threadCounts(cores);
      expect(counts[0]).toBe(1);
      expect(counts.every((count, n) => n === 0 || count > counts[n - 1]!)).toBe(true);
      expect(counts.at(-1)).toBeLessThanOrEqual(cores);
    }),
  );
});

test('threads that make it slower, or hardly faster, are not taken', () => {
  expect(
    chooseThreads([
      [1, 100],
      [2, 130],
    ]),
  ).toBe(1);
  expect(
    chooseThreads([
      [1, 100],
      [2, 95],
    ]),
  ).toBe(1);
  expect(
    chooseThreads([
      [1, 100],
      [2, 60],
      [4, 58],
    ]),
  ).toBe(2);
  expect(
    chooseThreads([
      [1, 100],
      [2, 60],
      [4, 35],
    ]),
  ).toBe(4);
});
