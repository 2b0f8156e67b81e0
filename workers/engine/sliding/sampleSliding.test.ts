import { expect, test } from 'vitest';
import { EMPTY_TOKEN, type Lattice } from '../../../src/core/lattice.ts';
import { noise } from '../../../src/core/noise.ts';
import { sampleToken } from '../../../src/core/sampleToken.ts';
import { WINDOW_SIDE, windowStart } from '../../../src/core/slidingWindow.ts';
import { fakeCondition, fakeLogits, fakeSlidingNetworks } from '../../testing/fakeSlidingNetworks.ts';
import { sampleSliding, type SlidingRequest } from './sampleSliding.ts';

const settings = { temperature: 1, topK: 32, topP: 1, guidance: 1, seed: 5 };

function requestOf(lattice: Lattice): SlidingRequest {
  const subCells = Uint8Array.from({ length: lattice.rows * lattice.columns * 16 }, (_, n) => 1 + (n % 12));
  return { lattice, subCells, settings };
}

/** Each cell from its whole window, computed anew: what the cache must not change. */
function withoutCache({ lattice, subCells, known, origin }: SlidingRequest): Int16Array {
  const { rows, columns } = lattice;
  const condition = fakeCondition(subCells);
  const tokens = known?.slice() ?? new Int16Array(rows * columns).fill(EMPTY_TOKEN);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (tokens[row * columns + column] !== EMPTY_TOKEN) continue;
      const top = windowStart(row, rows);
      const left = windowStart(column, columns);
      const inside = (n: number) => (top + Math.floor(n / WINDOW_SIDE)) * columns + left + (n % WINDOW_SIDE);
      const before = (row - top) * WINDOW_SIDE + column - left;
      const sequence = Array.from({ length: 256 + before }, (_, n) =>
        n < 256 ? condition[inside(n)]! : tokens[inside(n - 256)]!,
      );
      const draw = noise(settings.seed, (origin?.row ?? 0) + row, (origin?.column ?? 0) + column);
      tokens[row * columns + column] = sampleToken(fakeLogits(sequence), draw, settings);
    }
  }
  return tokens;
}

test.each([
  { rows: 16, columns: 16 },
  { rows: 20, columns: 24 },
  { rows: 16, columns: 32 },
  { rows: 32, columns: 16 },
])('every cell of $rows x $columns is drawn from its whole window', async (lattice) => {
  const request = requestOf(lattice);
  const tokens = await sampleSliding(fakeSlidingNetworks(), request);
  expect(tokens.includes(EMPTY_TOKEN)).toBe(false);
  expect(tokens).toEqual(withoutCache(request));
});

test('known tokens are kept, seen by what comes after them, and noise goes by the picture’s own cells', async () => {
  const lattice = { rows: 20, columns: 24 };
  const known = Int16Array.from({ length: 480 }, (_, cell) => (cell % 7 === 0 ? cell % 32 : EMPTY_TOKEN));
  const request = { ...requestOf(lattice), known, origin: { row: -3, column: 40 } };
  expect(await sampleSliding(fakeSlidingNetworks(), request)).toEqual(withoutCache(request));
});

test('within one window every position is run once', async () => {
  const networks = fakeSlidingNetworks();
  await sampleSliding(networks, requestOf({ rows: 16, columns: 16 }));
  expect(networks.positions).toBe(2 * 256 - 1);
});

test.each([1, 60, 200, 470])('a run that was stopped after %i cells goes on as if it had not been', async (stop) => {
  const request = requestOf({ rows: 20, columns: 24 });
  const whole = await sampleSliding(fakeSlidingNetworks(), request);
  let done = 0;
  const forced = await sampleSliding(fakeSlidingNetworks(), request, (cells) => (done += cells.length) < stop);
  expect(forced.filter((token) => token !== EMPTY_TOKEN)).toHaveLength(stop);
  const networks = fakeSlidingNetworks();
  const calls: Int32Array[] = [];
  expect(await sampleSliding(recording(networks, calls), { ...request, forced })).toEqual(whole);
  // And the runs of the transformer are the very same, so that nothing can differ by a bit either.
  const all: Int32Array[] = [];
  await sampleSliding(recording(fakeSlidingNetworks(), all), request);
  expect(calls.length).toBeGreaterThan(0);
  expect(all.slice(-calls.length)).toEqual(calls);
});

function recording(networks: ReturnType<typeof fakeSlidingNetworks>, calls: Int32Array[]) {
  return {
    ...networks,
    openCache: () => {
      const cache = networks.openCache();
      return {
        ...cache,
        append: (codes: Int32Array) => {
          calls.push(codes.slice());
          return cache.append(codes);
        },
      };
    },
  };
}

test('a stop takes effect before the next run of the transformer, also while a window is begun', async () => {
  const networks = fakeSlidingNetworks();
  let calls = 0;
  const tokens = await sampleSliding(networks, requestOf({ rows: 16, columns: 16 }), () => ++calls < 3);
  expect(networks.positions).toBe(3 * 32);
  expect(tokens.every((token) => token === EMPTY_TOKEN)).toBe(true);
});

test('a picture whose tokens are all there asks nothing of the model', async () => {
  const networks = fakeSlidingNetworks();
  const known = new Int16Array(256).fill(4);
  expect(await sampleSliding(networks, { ...requestOf({ rows: 16, columns: 16 }), known })).toEqual(known);
  expect(networks.positions).toBe(0);
});
