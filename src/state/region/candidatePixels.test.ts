import { expect, test } from 'vitest';
import { CandidatePixels } from './candidatePixels.ts';

test('a candidate looks like the picture but for its own tiles, of which it keeps what is seen', () => {
  const picture = Uint8ClampedArray.from({ length: 4 * 8 * 6 }, (_, n) => Math.floor(n / 4));
  const pixels = new CandidatePixels();
  pixels.begin(2, picture, 8, { x: 2, y: 1, width: 3, height: 2 });
  expect([...pixels.of(0)!].filter((_, n) => n % 4 === 0)).toEqual([10, 11, 12, 18, 19, 20]);
  pixels.put(1, { x: 4, y: 2, width: 4, height: 4 }, new Uint8ClampedArray(4 * 16).fill(99));
  expect([...pixels.of(1)!].filter((_, n) => n % 4 === 0)).toEqual([10, 11, 12, 18, 19, 99]);
  expect([...pixels.of(0)!].filter((_, n) => n % 4 === 0)).toEqual([10, 11, 12, 18, 19, 20]);
  pixels.put(0, { x: 6, y: 0, width: 2, height: 6 }, new Uint8ClampedArray(4 * 12).fill(99));
  expect(pixels.of(0)![0]).toBe(10);
  pixels.clear();
  expect(pixels.of(0)).toBeUndefined();
});
