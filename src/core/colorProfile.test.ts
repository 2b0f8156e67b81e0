import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayP3Profile } from './testing/iccProfile.ts';
import { toSrgbOfCicp, toSrgbOfIcc } from './colorProfile.ts';

/** GauGAN's colours as they stand in a file that macOS has saved in Display P3, and what they are in sRGB. */
const PAIRS = [
  [0x899669, 0x869664],
  [0xaeecdd, 0x9ceedd],
  [0xb5c7fa, 0xb1c8ff],
  [0x8dc63c, 0x7bc800],
  [0xffffff, 0xffffff],
  [0x000000, 0x000000],
] as const;

function offBy(a: number, b: number): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff))));
}

describe('colours of a profile', () => {
  it('of Display P3 are in sRGB what they were before, to within a rounding, by ICC and by cICP', () => {
    for (const toSrgb of [toSrgbOfIcc(displayP3Profile()), toSrgbOfCicp(Uint8Array.of(12, 13, 0, 1))]) {
      for (const [stored, srgb] of PAIRS) expect(offBy(toSrgb!(stored), srgb)).toBeLessThanOrEqual(2);
    }
  });

  it('of sRGB, and of what is not known, stay as they are', () => {
    expect(toSrgbOfCicp(Uint8Array.of(1, 13, 0, 1))).toBeUndefined();
    expect(toSrgbOfCicp(Uint8Array.of(9, 16, 0, 1))).toBeUndefined();
    expect(toSrgbOfCicp(Uint8Array.of(12))).toBeUndefined();
    expect(toSrgbOfIcc(new Uint8Array(0))).toBeUndefined();
    expect(toSrgbOfIcc(new Uint8Array(4000).fill(65))).toBeUndefined();
  });

  it('of a profile that someone has damaged are colours all the same', () => {
    const original = displayP3Profile();
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(original.length), { freq: 4 }),
        (changes, length) => {
          const bytes = original.slice(0, length ?? undefined);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const toSrgb = toSrgbOfIcc(bytes);
          if (!toSrgb) return;
          read++;
          for (const [stored] of PAIRS) {
            const color = toSrgb(stored);
            expect(Number.isInteger(color) && color >= 0 && color <= 0xffffff).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
