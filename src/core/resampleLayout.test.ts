import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY } from './classes.ts';
import { layoutHeight, layoutWidth, type Lattice } from './lattice.ts';
import { emptyLayout, type Layout } from './layout.ts';
import { resampleLayout } from './resampleLayout.ts';

const SMALL: Lattice = { rows: 8, columns: 8 };
const WIDE: Lattice = { rows: 8, columns: 16 };
const LARGE: Lattice = { rows: 16, columns: 16 };

/** A layout of rectangles, as people paint them. */
const painted = (lattice: Lattice) =>
  fc
    .array(fc.tuple(fc.nat(250), fc.nat(250), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: ANY })))
    .map((squares): Layout => {
      const layout = emptyLayout(lattice);
      for (const [x, y, size, id] of squares) {
        for (let row = y; row < Math.min(layout.height, y + size); row++) {
          for (let column = x; column < Math.min(layout.width, x + size); column++) {
            layout.ids[row * layout.width + column] = id;
          }
        }
      }
      return layout;
    });

describe('a layout stretched over another lattice', () => {
  it('of the same size is the same', () => {
    fc.assert(
      fc.property(painted(WIDE), (layout) => {
        expect(resampleLayout(layout, WIDE).every((id, n) => id === layout.ids[n])).toBe(true);
      }),
    );
  });

  it('comes back as it was after it grew to twice its size and shrank again', () => {
    fc.assert(
      fc.property(painted(SMALL), (layout) => {
        const large = { width: layoutWidth(LARGE), height: layoutHeight(LARGE), ids: resampleLayout(layout, LARGE) };
        expect(resampleLayout(large, SMALL).every((id, n) => id === layout.ids[n])).toBe(true);
      }),
    );
  });

  it('has no class that was not there', () => {
    fc.assert(
      fc.property(painted(LARGE), fc.constantFrom(SMALL, WIDE, { rows: 12, columns: 20 }), (layout, lattice) => {
        const before = new Set(layout.ids);
        const ids = resampleLayout(layout, lattice);
        expect(ids.length).toBe(layoutWidth(lattice) * layoutHeight(lattice));
        expect([...new Set(ids)].filter((id) => !before.has(id))).toEqual([]);
      }),
    );
  });

  it('that shrinks takes the most frequent class, and the lowest of equals', () => {
    const layout = emptyLayout(LARGE);
    const put = (x: number, y: number, id: number) => (layout.ids[y * layout.width + x] = id);
    for (const [x, y, id] of [
      [0, 0, 5],
      [1, 0, 3],
      [0, 1, 3],
      [1, 1, 4],
      [2, 0, 7],
      [3, 0, 2],
      [2, 1, 7],
      [3, 1, 2],
    ] as const) {
      put(x, y, id);
    }
    expect([...resampleLayout(layout, SMALL).subarray(0, 2)]).toEqual([3, 2]);
  });
});
