import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCount, type Lattice } from './lattice.ts';
import { PICTURE_CELL_PIXELS } from './picturePixels.ts';
import { replayOf } from './replay.ts';
import { windows } from './testing/windows.ts';
import { stepCount, wavefront } from './wavefront.ts';

const GROUND = 0x808080;
const lattices = fc.constantFrom<Lattice>({ rows: 8, columns: 8 }, { rows: 8, columns: 16 }, { rows: 12, columns: 8 });

function pictureOf(lattice: Lattice, cellPixels = 8): Uint8ClampedArray {
  const length = 4 * cellCount(lattice) * cellPixels ** 2;
  return Uint8ClampedArray.from({ length }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 251));
}

/** `toEqual` takes most of a second for so many. */
function isSame(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

describe('a replay', () => {
  it('has the tokens that the wavefront has sampled, step by step', () => {
    fc.assert(
      fc.property(lattices, windows, (lattice, window) => {
        const replay = replayOf({ lattice, window, picture: pictureOf(lattice), ground: GROUND });
        expect(replay.steps).toBe(stepCount(lattice, window));
        const there = new Set<number>();
        let step = 0;
        for (const lanes of wavefront(lattice, window)) {
          step++;
          for (const { row, column } of lanes) there.add(row * lattice.columns + column);
          const has = Array.from({ length: cellCount(lattice) }, (_, cell) => cell).filter((cell) =>
            replay.has(cell, step),
          );
          expect(new Set(has)).toEqual(there);
          expect(replay.tokensAt(step)).toBe(there.size);
        }
        expect(there.size).toBe(cellCount(lattice));
      }),
    );
  });

  it('begins with nothing and ends with the picture, bit for bit', () => {
    fc.assert(
      fc.property(lattices, windows, fc.constantFrom(...PICTURE_CELL_PIXELS), (lattice, window, cellPixels) => {
        const picture = pictureOf(lattice, cellPixels);
        const replay = replayOf({ lattice, window, picture, ground: GROUND });
        expect([replay.width, replay.height]).toEqual([lattice.columns * cellPixels, lattice.rows * cellPixels]);
        expect(replay.frame(0).every((value, at) => value === (at % 4 === 3 ? 255 : 0x80))).toBe(true);
        expect(isSame(replay.frame(replay.steps), picture)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('is the same whatever was looked at before: one may scrub', () => {
    fc.assert(
      fc.property(lattices, windows, fc.nat(), fc.nat(), (lattice, window, a, b) => {
        const replay = replayOf({ lattice, window, picture: pictureOf(lattice), ground: GROUND });
        const step = a % (replay.steps + 1);
        const first = replay.frame(step).slice();
        replay.frame(b % (replay.steps + 1));
        expect(isSame(replay.frame(step), first)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
