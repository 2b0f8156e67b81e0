import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFromNearest, NO_SLOT } from './fillFromNearest.ts';

const map = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).chain(([width, height]) =>
  fc.record({
    width: fc.constant(width),
    height: fc.constant(height),
    slots: fc.array(fc.constantFrom(0, 1, 2, NO_SLOT, NO_SLOT, NO_SLOT), {
      minLength: width * height,
      maxLength: width * height,
    }),
  }),
);

describe('filling from the nearest', () => {
  it('leaves what is known as it is, and nothing unknown where anything is known', () => {
    fc.assert(
      fc.property(map, ({ width, slots }) => {
        const filled = Uint8Array.from(slots);
        fillFromNearest(filled, width);
        const known = slots.some((slot) => slot !== NO_SLOT);
        expect(slots.every((slot, at) => slot === NO_SLOT || filled[at] === slot)).toBe(true);
        expect(filled.includes(NO_SLOT)).toBe(!known);
      }),
    );
  });

  it('takes a slot that is nearly as near as any: a chamfer errs by less than a tenth', () => {
    fc.assert(
      fc.property(map, ({ width, slots }) => {
        fc.pre(slots.some((slot) => slot !== NO_SLOT));
        const filled = Uint8Array.from(slots);
        fillFromNearest(filled, width);
        const distance = (at: number, from: number) =>
          Math.hypot((at % width) - (from % width), Math.floor(at / width) - Math.floor(from / width));
        for (const [at, slot] of filled.entries()) {
          const to = (wanted: (slot: number) => boolean) =>
            Math.min(...slots.flatMap((one, from) => (one !== NO_SLOT && wanted(one) ? [distance(at, from)] : [])));
          expect(to((one) => one === slot)).toBeLessThanOrEqual(1.1 * to(() => true));
        }
      }),
    );
  });
});
