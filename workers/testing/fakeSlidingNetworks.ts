import { cellCount } from '../../src/core/lattice.ts';
import { noise } from '../../src/core/noise.ts';
import type { SlidingNetworks } from '../ort/slidingNetworks.ts';

const CODES = 32;
const CELL_PIXELS = 16;

/** The logits after a sequence of codes: of all of them, and of their places. */
export function fakeLogits(sequence: readonly number[]): Float32Array {
  const state = sequence.reduce((before, code) => (before * 33 + code + 7) % 1_000_003, 1);
  return Float32Array.from({ length: CODES }, (_, code) => 4 * noise(state, code, 0));
}

/** The code of a cell of the layout. */
export function fakeCondition(subCells: Uint8Array): Int32Array {
  return Int32Array.from({ length: subCells.length / 16 }, (_, cell) => subCells[cell * 16]! % CODES);
}

/** Networks of arithmetic instead of weights, for laws of the loop. Every pixel is the mean of all tokens. */
export function fakeSlidingNetworks(): SlidingNetworks & { readonly positions: number } {
  let positions = 0;
  return {
    codes: CODES,
    cellPixels: CELL_PIXELS,
    /** How many positions were run. */
    get positions() {
      return positions;
    },
    condition: (_lattice, subCells) => Promise.resolve(fakeCondition(subCells)),
    openCache: () => {
      let sequence: number[] = [];
      return {
        clear: () => {
          sequence = [];
        },
        append: (codes) => {
          positions += codes.length;
          sequence.push(...codes);
          return Promise.resolve(fakeLogits(sequence));
        },
        read: () => new Float32Array(),
      };
    },
    decode: (lattice, tokens) => {
      const mean = tokens.reduce((sum, token) => sum + token, 0) / tokens.length;
      return Promise.resolve(new Float32Array(3 * cellCount(lattice) * CELL_PIXELS ** 2).fill(mean / CODES));
    },
  };
}
