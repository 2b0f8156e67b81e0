import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubled } from './resample.ts';

/** RGBA of a picture from one function of the place. */
function image(width: number, height: number, at: (x: number, y: number) => [number, number, number, number]) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(at(x, y), 4 * (y * width + x));
  return { width, height, pixels };
}

describe('a picture at twice its size', () => {
  it('keeps one colour as it is', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), ([r, g, b]) => {
        const { pixels } = doubled(image(5, 3, () => [r, g, b, 255]));
        expect(pixels).toEqual(image(10, 6, () => [r, g, b, 255]).pixels);
      }),
    );
  });

  it('keeps a ramp a ramp, a quarter pixel to either side', () => {
    const { pixels } = doubled(image(32, 8, (x) => [4 * x + 40, 0, 0, 255]));
    const row = Array.from({ length: 64 }, (_, x) => pixels[4 * (8 * 64 + x)] ?? 0);
    for (let x = 8; x < 56; x++) expect(Math.abs((row[x] ?? 0) - (4 * (x / 2 - 0.25) + 40))).toBeLessThanOrEqual(1);
  });

  it('does not shift: a mirrored picture gives the mirrored result', () => {
    const random = fc.sample(fc.nat(255), { numRuns: 16 * 8, seed: 1 });
    const at = (x: number, y: number): [number, number, number, number] => [random[y * 16 + x] ?? 0, 9, 200, 255];
    const plain = doubled(image(16, 8, at));
    const mirrored = doubled(image(16, 8, (x, y) => at(15 - x, 7 - y)));
    const turned = image(32, 16, (x, y) => {
      const from = 4 * ((15 - y) * 32 + (31 - x));
      return [...mirrored.pixels.subarray(from, from + 4)] as [number, number, number, number];
    });
    const worst = Math.max(...plain.pixels.map((value, index) => Math.abs(value - (turned.pixels[index] ?? 0))));
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('takes no colour from pixels that are not there', () => {
    const { pixels } = doubled(image(8, 8, (x) => (x < 4 ? [200, 100, 50, 255] : [0, 0, 0, 0])));
    for (let at = 0; at < pixels.length; at += 4) {
      if ((pixels[at + 3] ?? 0) < 128) continue;
      expect(Math.abs((pixels[at] ?? 0) - 200)).toBeLessThanOrEqual(1);
    }
  });
});
