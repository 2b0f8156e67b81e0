import type { AttentionWindow } from './attentionWindow.ts';
import { cellCount, type Lattice } from './lattice.ts';
import { cellPixelsOf, pictureSize } from './picturePixels.ts';
import type { Size } from './rect.ts';
import { channelsOf } from './rgb.ts';
import { lagOf, stepCount } from './wavefront.ts';

/** Cells around a cell that its pixels depend on, in the decoder of the page's own bundle. */
const HALO = 9;
/** Squares along a side of a cell that has its token and not its pixels yet. */
const BLOCKS = 4;
/** Pixels along a side of a block whose mean is its colour. */
const SAMPLES = 4;
const CHANNELS = 4;

/** How long a replay takes, whatever the picture's size. */
export const REPLAY_SECONDS = 6;

/** What a replay is made of. */
export interface ReplayedPicture {
  readonly lattice: Lattice;
  readonly window: AttentionWindow;
  /** RGBA, whole. */
  readonly picture: Uint8ClampedArray;
  /** What an empty cell shows, 0xrrggbb. */
  readonly ground: number;
}

/** A finished picture, as it came into being. Its size is in picture pixels. */
export interface Replay extends Size {
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
 */
export function replayOf({ lattice, window, picture, ground }: ReplayedPicture): Replay {
  const { rows, columns } = lattice;
  const cellPixels = cellPixelsOf(picture, cellCount(lattice));
  const blockPixels = cellPixels / BLOCKS;
  const { width, height } = pictureSize(lattice, cellPixels);
  const lag = lagOf(columns, window);
  const steps = stepCount(lattice, window);
  const stepOf = (row: number, column: number) => column + lag * row + 1;
  /** The last of the cells that a cell's pixels depend on is the one farthest down and to the right. */
  const settled = (row: number, column: number) =>
    stepOf(Math.min(rows - 1, row + HALO), Math.min(columns - 1, column + HALO));
  const coarse = coarseOf(picture, width, height, blockPixels);
  const pixels = new Uint8ClampedArray(width * height * CHANNELS);
  const words = new Uint32Array(pixels.buffer);
  const source = new Uint32Array(picture.slice().buffer);
  const empty = wordOf(...channelsOf(ground));

  /** What each cell shows: nothing yet, blocks, its pixels. Written again is what shows another thing. */
  const shown = new Int8Array(rows * columns).fill(-1);

  function paintCell(row: number, column: number, step: number): void {
    const isSettled = settled(row, column) <= step;
    const isThere = stepOf(row, column) <= step;
    const now = (isThere ? 1 : 0) + (isSettled ? 1 : 0);
    if (shown[row * columns + column] === now) return;
    shown[row * columns + column] = now;
    for (let y = row * cellPixels; y < (row + 1) * cellPixels; y++) {
      const start = y * width + column * cellPixels;
      if (isSettled) {
        words.set(source.subarray(start, start + cellPixels), start);
      } else if (isThere) {
        const line = Math.floor(y / blockPixels) * columns * BLOCKS + column * BLOCKS;
        for (let x = 0; x < cellPixels; x++) words[start + x] = coarse[line + Math.floor(x / blockPixels)]!;
      } else {
        words.fill(empty, start, start + cellPixels);
      }
    }
  }

  return {
    lattice,
    width,
    height,
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

/** The mean colour of each block, of some of its pixels, as words. @param side of a block, in pixels */
function coarseOf(picture: Uint8ClampedArray, width: number, height: number, side: number): Uint32Array {
  const across = width / side;
  const samples = Math.min(SAMPLES, side);
  const step = side / samples;
  return Uint32Array.from({ length: across * (height / side) }, (_, block) => {
    const first = Math.floor(block / across) * side * width + (block % across) * side;
    let [r, g, b] = [0, 0, 0];
    for (let sample = 0; sample < samples ** 2; sample++) {
      const at = CHANNELS * (first + Math.floor(sample / samples) * step * width + (sample % samples) * step);
      r += picture[at]!;
      g += picture[at + 1]!;
      b += picture[at + 2]!;
    }
    const count = samples ** 2;
    return wordOf(Math.round(r / count), Math.round(g / count), Math.round(b / count));
  });
}

/** As RGBA lies in memory on the little-endian machines that there are. */
function wordOf(r: number, g: number, b: number): number {
  return (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
}
