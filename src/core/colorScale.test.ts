import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colorAt } from './colorScale.ts';
import type { Rgb } from './rgb.ts';

/** CIE L* of an sRGB colour, 0..100. */
function lightness(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

test('a larger value is lighter, and equal steps look alike', () => {
  const steps = Array.from({ length: 8 }, (_, n) => lightness(colorAt((n + 1) / 8)) - lightness(colorAt(n / 8)));
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(0.25 * mean);
});

test('what lies beyond the scale has the colour of its end, and every colour is one', () => {
  expect(colorAt(-1)).toEqual(colorAt(0));
  expect(colorAt(2)).toEqual(colorAt(1));
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (share) => {
      for (const channel of colorAt(share)) {
        expect(Number.isInteger(channel)).toBe(true);
        expect(channel).toBeGreaterThanOrEqual(0);
        expect(channel).toBeLessThanOrEqual(255);
      }
    }),
  );
});
