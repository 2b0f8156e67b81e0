import { OWN_WINDOW, type AttentionWindow } from '../../src/core/attentionWindow.ts';
import { cellCount, type Lattice } from '../../src/core/lattice.ts';
import { noise } from '../../src/core/noise.ts';
import type { Networks, StepBatch, StepCache } from '../ort/networks.ts';

const CODES = 32;
const WIDTH = 2;

/** What of a manifest changes the loop. */
export interface FakeBundle {
  readonly window?: AttentionWindow;
  readonly distilled?: boolean;
  readonly zooms?: boolean;
  readonly cellPixels?: number;
}

/**
 * Networks of arithmetic instead of weights, for laws of the loop: a position's logits depend on its features, its
 * neighbours' tokens, its place and on every row of its window, so that a wrong slot, mask or order changes tokens. What
 * the context network is told is in its features, and of that only what a bundle with these graphs takes.
 */
export function fakeNetworks({
  window = OWN_WINDOW,
  distilled = false,
  zooms = false,
  cellPixels = 16,
}: FakeBundle = {}): Networks & {
  readonly openCaches: number;
} {
  let openCaches = 0;
  return {
    decodesBeside: false,
    codes: CODES,
    width: WIDTH,
    channels: 1,
    cellPixels,
    halo: { features: 2, upsampler: 1 },
    window,
    zooms,
    distilled,
    padLanes: (lanes) => 2 ** Math.ceil(Math.log2(lanes)),
    get openCaches() {
      return openCaches;
    },
    context: (lattice, subCells, known, { mood, zoom, guidance }) => {
      const features = new Float32Array(cellCount(lattice) * WIDTH);
      for (let cell = 0; cell < cellCount(lattice); cell++) {
        features[cell * WIDTH] =
          (subCells[cell * 16] ?? 0) + 0.25 * mood + (distilled ? 2 * guidance : 0) + (zooms ? 16 * zoom : 0);
        features[cell * WIDTH + 1] = known[cell]!;
      }
      return Promise.resolve(features);
    },
    openCache: (rows) => {
      openCaches++;
      const cache = new Float64Array(rows);
      return {
        step: (batch) => Promise.resolve(fakeStep(cache, batch)),
        dispose: () => {
          openCaches--;
        },
      } satisfies StepCache;
    },
    features: (_lattice, tokens) => Promise.resolve(Float32Array.from(tokens)),
    upsample: (lattice, features) => Promise.resolve(fakePixels(lattice, features, cellPixels)),
    segment: (width, height) =>
      Promise.resolve({
        classes: 1,
        width: width / 4,
        height: height / 4,
        values: new Float32Array((width * height) / 16),
      }),
    encode: (lattice) => Promise.resolve(new Int32Array(cellCount(lattice))),
  };
}

/** A row of the cache holds one number that stands for its position and everything before it. */
function fakeStep(cache: Float64Array, batch: StepBatch): Float32Array {
  const logits = new Float32Array(batch.lanes * CODES);
  const fresh = new Float64Array(batch.lanes);
  const size = batch.slots.length / batch.lanes;
  for (let lane = 0; lane < batch.lanes; lane++) {
    let state =
      Math.imul(batch.left[lane]!, 31) + Math.imul(batch.up[lane]!, 57) + batch.upright[lane]! + batch.i[lane]! * 7;
    for (let n = 0; n < size; n++) {
      if (batch.bias[lane * (size + 1) + n] === 0)
        state = (state * 33 + cache[batch.slots[lane * size + n]!]!) % 1_000_003;
    }
    state = Math.floor(
      state + 100 * batch.features[lane * WIDTH]! + batch.features[lane * WIDTH + 1]! + batch.j[lane]!,
    );
    fresh[lane] = Math.abs(state % 1_000_003);
    for (let code = 0; code < CODES; code++) logits[lane * CODES + code] = 4 * noise(state, code, 0);
  }
  for (let lane = 0; lane < batch.lanes; lane++) cache[batch.target[lane]!] = fresh[lane]!;
  return logits;
}

/** Each pixel of a cell is the mean of the tokens within one cell of it: local, and with a border that shows. */
function fakePixels({ rows, columns }: Lattice, features: Float32Array, cellPixels: number): Float32Array {
  const width = columns * cellPixels;
  const rgb = new Float32Array(3 * width * rows * cellPixels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          sum += features[y * columns + x]!;
        }
      }
      for (let line = 0; line < cellPixels; line++) {
        const start = (row * cellPixels + line) * width + column * cellPixels;
        rgb.fill(sum / (9 * CODES), start, start + cellPixels);
      }
    }
  }
  return rgb;
}
