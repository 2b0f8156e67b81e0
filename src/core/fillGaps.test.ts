import { expect, test } from 'vitest';
import { fillGaps } from './fillGaps.ts';

test('transparent pixels of a tile are the picture’s, the others its own', () => {
  const picture = Uint8ClampedArray.from({ length: 4 * 5 * 4 }, (_, n) => n);
  const tile = new Uint8ClampedArray(4 * 2 * 2).fill(255);
  tile.fill(0, 4, 12);
  fillGaps(tile, { x: 3, y: 2, width: 2, height: 2 }, picture, 5);
  const at = (x: number, y: number) => [...picture.subarray(4 * (y * 5 + x), 4 * (y * 5 + x) + 4)];
  expect([...tile]).toEqual([255, 255, 255, 255, ...at(4, 2), ...at(3, 3), 255, 255, 255, 255]);
});
