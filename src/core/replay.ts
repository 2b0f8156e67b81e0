import type { AttentionWindow } from './attentionWindow.ts';
import { LAYOUT_CELL_PIXELS, type Lattice, layoutHeight, layoutWidth } from './lattice.ts';
import { lagOf, stepCount } from './wavefront.ts';

/** Cells around a cell that its pixels depend on. */
const HALO = 8;
/** Squares along a side of a cell that has its token and not its pixels yet. */
const BLOCKS = 4;
const BLOCK_PIXELS = LAYOUT_CELL_PIXELS / BLOCKS;
const CHANNELS = 4;

/** A finished picture, as it came into being. */
export interface Replay {
  readonly lattice: Lattice;
  /** Moments: 0, before the first token, to `steps`, when all is there. */
  readonly steps: number;
  /** Tokens that are there at a moment. */
  tokensAt(step: number): number;
  /** Whether a cell's token is there at a moment. */
  has(cell: number, step: number): boolean;
  /** RGBA [height, width, 4] of a moment. The same array each time, written anew. */
  frame(step: number): Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Replays a picture in the order in which its tokens were sampled, which is the wavefront's and a matter of the lattice
 * and of the model's window. A cell is empty before its step; then it shows the colours that it will have, coarsely; and its pixels once all
 * cells within the decoder's halo are there, as they were while it was painted. Pictures that were painted in parts are
 * replayed as if at once.
 * @param picture RGBA, whole
 * @param ground what an empty cell shows, 0xrrggbb
 */
export function replayOf(
  lattice: Lattice,
  window: AttentionWindow,
  picture: Uint8ClampedArray,
  ground: number,
): Replay {
  const { rows, columns } = lattice;
  const width = layoutWidth(lattice);
  const height = layoutHeight(lattice);
  const lag = lagOf(columns, window);
  const steps = stepCount(lattice, window);
  const stepOf = (row: number, column: number) => column + lag * row + 1;
  /** The last of the cells that a cell's pixels depend on is the one farthest down and to the right. */
  const settled = (row: number, column: number) =>
    stepOf(Math.min(rows - 1, row + HALO), Math.min(columns - 1, column + HALO));
  const coarse = coarseOf(picture, width, height);
  const pixels = new Uint8ClampedArray(width * height * CHANNELS);
  const words = new Uint32Array(pixels.buffer);
  const source = new Uint32Array(picture.slice().buffer);
  const empty = wordOf(ground >> 16, (ground >> 8) & 0xff, ground & 0xff);

  function paintCell(row: number, column: number, step: number): void {
    const isSettled = settled(row, column) <= step;
    const isThere = stepOf(row, column) <= step;
    for (let y = row * LAYOUT_CELL_PIXELS; y < (row + 1) * LAYOUT_CELL_PIXELS; y++) {
      const start = y * width + column * LAYOUT_CELL_PIXELS;
      if (isSettled) {
        words.set(source.subarray(start, start + LAYOUT_CELL_PIXELS), start);
      } else if (isThere) {
        const line = Math.floor(y / BLOCK_PIXELS) * columns * BLOCKS + column * BLOCKS;
        for (let x = 0; x < LAYOUT_CELL_PIXELS; x++) words[start + x] = coarse[line + Math.floor(x / BLOCK_PIXELS)]!;
      } else {
        words.fill(empty, start, start + LAYOUT_CELL_PIXELS);
      }
    }
  }

  return {
    lattice,
    steps,
    tokensAt(step) {
      let count = 0;
      for (let row = 0; row < rows; row++) count += Math.min(columns, Math.max(0, step - lag * row));
      return count;
    },
    has: (cell, step) => stepOf(Math.floor(cell / columns), cell % columns) <= step,
    frame(step) {
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) paintCell(row, column, step);
      return pixels;
    },
  };
}

/** The mean colour of each block of 4 x 4 pixels, as words. */
function coarseOf(picture: Uint8ClampedArray, width: number, height: number): Uint32Array {
  const across = width / BLOCK_PIXELS;
  return Uint32Array.from({ length: across * (height / BLOCK_PIXELS) }, (_, block) => {
    const sums = [0, 0, 0];
    const left = (block % across) * BLOCK_PIXELS;
    const top = Math.floor(block / across) * BLOCK_PIXELS;
    for (let y = top; y < top + BLOCK_PIXELS; y++) {
      for (let x = left; x < left + BLOCK_PIXELS; x++) {
        for (let channel = 0; channel < 3; channel++) sums[channel]! += picture[CHANNELS * (y * width + x) + channel]!;
      }
    }
    const [r = 0, g = 0, b = 0] = sums.map((sum) => Math.round(sum / BLOCK_PIXELS ** 2));
    return wordOf(r, g, b);
  });
}

/** As RGBA lies in memory on the little-endian machines that there are. */
function wordOf(r: number, g: number, b: number): number {
  return (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
}
