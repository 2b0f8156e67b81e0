import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackendName } from '../../../src/protocol/paintEngine.ts';
import type { OrtSlidingNetworks } from '../../ort/ortSlidingNetworks.ts';
import { loadForTest } from '../../testing/bundles.ts';
import { readVectors } from '../../testing/safetensors.ts';
import type { LoadedBundle } from '../loadedBundle.ts';
import { sampleSliding } from './sampleSliding.ts';

/**
 * The browser's runtime against the authors' own package: `training/tests/test_compvis.py` holds the same vectors to its
 * networks and its loop.
 */
let bundle: LoadedBundle;
beforeAll(async () => {
  bundle = await loadForTest('tiny-sliding', 'wasm');
}, 60_000);
afterAll(() => bundle.dispose());

function networksOf({ model }: LoadedBundle): OrtSlidingNetworks {
  if (model.kind !== 'sliding') throw new TypeError('The bundle is of another kind.');
  return model.networks;
}

async function vectorOf(name: string) {
  const vectors = await readVectors(`sliding/${name}`);
  const { said } = vectors;
  const { temperature, topK, topP, seed } = said as Record<'temperature' | 'topK' | 'topP' | 'seed', number>;
  const request = {
    lattice: { rows: said['rows']!, columns: said['columns']! },
    subCells: Uint8Array.from(vectors.ints('layout')),
    known: Int16Array.from(vectors.ints('known')),
    settings: { temperature, topK, topP, seed, guidance: 1 },
  };
  return { vectors, request, tokens: Int16Array.from(vectors.ints('tokens')) };
}

/** One pixel of each cell, at (5, 11) inside it. [3, rows, columns] */
function onePixelOfEach(rgb: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: 3 * rows * columns }, (_, n) => {
    const channel = Math.floor(n / (rows * columns));
    const row = Math.floor(n / columns) % rows;
    return rgb[(channel * 16 * rows + 16 * row + 5) * 16 * columns + 16 * (n % columns) + 11]!;
  });
}

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, n) => Math.max(largest, Math.abs(value - expected[n]!)), 0);
}

test.each(['16x16', '20x24'])('a layout of %s has the codes that the authors give it', async (name) => {
  const { vectors, request } = await vectorOf(name);
  expect(await networksOf(bundle).condition(request.lattice, request.subCells)).toEqual(vectors.ints('cond'));
});

test.each(['16x16', '20x24'])('%s tokens are those of the authors’ loop, one by one', async (name) => {
  const { request, tokens } = await vectorOf(name);
  expect(await sampleSliding(networksOf(bundle), request)).toEqual(tokens);
});

test.each(['16x16', '20x24'])(
  'the pixels of %s are those of the authors’ decoder on the whole lattice',
  async (name) => {
    const { vectors, request, tokens } = await vectorOf(name);
    const { rows, columns } = request.lattice;
    const rgb = await networksOf(bundle).decode(request.lattice, Int32Array.from(tokens));
    expect(largestDifference(onePixelOfEach(rgb, rows, columns), vectors.floats('rgb'))).toBeLessThan(1e-4);
  },
);

test('a run that was stopped goes on to the same picture, bit for bit', async () => {
  const { request, tokens } = await vectorOf('20x24');
  const forced = tokens.map((token, cell) => (cell < 217 ? token : -1));
  expect(await sampleSliding(networksOf(bundle), { ...request, forced })).toEqual(tokens);
});

test('on WebGPU the self-test passes, and logits with a cache are about those on WASM', async () => {
  const gpu: BackendName = 'webgpu';
  const other = await loadForTest('tiny-sliding', gpu);
  try {
    expect(other.backends.map(({ graph, backend }) => [graph, backend])).toEqual(
      ['decoder', 'step', 'condition'].map((graph) => [graph, gpu]),
    );
    const { vectors } = await vectorOf('16x16');
    const codes = vectors.ints('cond').slice(0, 40);
    const [actual, expected] = [networksOf(other).openCache(), networksOf(bundle).openCache()];
    for (const part of [codes.subarray(0, 32), codes.subarray(32, 39), codes.subarray(39)]) {
      expect(largestDifference(await actual.append(part), await expected.append(part))).toBeLessThan(1e-3);
    }
  } finally {
    await other.dispose();
  }
}, 180_000);
