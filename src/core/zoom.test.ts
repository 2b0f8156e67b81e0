import { expect, test } from 'vitest';
import { chosenZoom, zoomOfSize } from './zoom.ts';

test('a picture is asked for at the zoom at which its height is one scene', () => {
  const heights = [8, 12, 16, 20, 24, 28, 32, 40, 64, 192];
  expect(heights.map((rows) => zoomOfSize({ rows, columns: 32 }))).toEqual([1, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
});

test('a picture of the zoom that its size says, or of any, leaves the next one to its size', () => {
  const low = { rows: 16, columns: 64 };
  expect([0, 1, 2, 3].map((zoom) => chosenZoom(zoom, low))).toEqual([0, 0, 2, 3]);
  expect(chosenZoom(2, { rows: 32, columns: 64 })).toBe(0);
});
