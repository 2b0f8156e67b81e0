import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noise } from './noise.ts';

test('noise is that of its Python twin, to the last bit', () => {
  const vectors = JSON.parse(readFileSync('training/parity/noise.json', 'utf8')) as [number, number, number, number][];
  expect(vectors.length).toBeGreaterThan(50);
  expect(vectors.some(([, row, column]) => row < 0 && column < 0)).toBe(true);
  for (const [seed, row, column, expected] of vectors) expect(noise(seed, row, column)).toBe(expected);
});

test('noise is uniform over rows, columns and seeds', () => {
  const bins = new Uint32Array(16);
  for (let seed = 0; seed < 4; seed++) {
    for (let row = -32; row < 32; row++)
      for (let column = -32; column < 32; column++) bins[Math.floor(16 * noise(seed, row, column))]!++;
  }
  // 1,024 expected in each; five standard deviations of a binomial.
  for (const count of bins) expect(Math.abs(count - 1024)).toBeLessThan(5 * Math.sqrt((1024 * 15) / 16));
});
