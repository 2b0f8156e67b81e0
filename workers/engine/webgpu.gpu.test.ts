import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadForTest } from '../testing/bundles.ts';
import { RingCache } from '../../src/core/ringCache.ts';
import type { Networks } from '../ort/networks.ts';
import type { LoadedBundle } from './loadedBundle.ts';
import { sampleLattice } from './sampleLattice.ts';

/** WebGPU on SwiftShader with the tiny bundle: slow, but the real thing. */
const settings = { temperature: 1, topK: 100, topP: 1, guidance: 1.5, seed: 3 };
const request = {
  lattice: { rows: 8, columns: 12 },
  subCells: Uint8Array.from({ length: 8 * 12 * 16 }, (_, n) => 1 + (n % 12)),
  mood: 2,
  zoom: 0,
  settings,
};
let bundle: LoadedBundle;

beforeAll(async () => {
  bundle = await loadForTest('tiny', 'webgpu', ['paint', 'encode']);
}, 120_000);
afterEach(() => vi.restoreAllMocks());
afterAll(() => bundle.dispose());

test('every graph runs on WebGPU, and says why', () => {
  expect(bundle.backends.map(({ graph, backend }) => [graph, backend])).toEqual([
    ['features', 'webgpu'],
    ['upsampler', 'webgpu'],
    ['step', 'webgpu'],
    ['context', 'webgpu'],
    ['encoder', 'webgpu'],
  ]);
  expect(bundle.backends.every(({ webgpu }) => webgpu === 'software' || webgpu === 'available')).toBe(true);
});

test('the cache stays on the device: no step reads or writes it', async () => {
  const streams = bundle.networks.distilled ? 1 : 2;
  const rows = streams * new RingCache(bundle.networks.window, request.lattice).slots;
  const bytes = rows * bundle.manifest.transformer.cacheWidth * 4;
  const write = vi.spyOn(GPUQueue.prototype, 'writeBuffer');
  const read = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  const tokens = await sampleLattice(bundle.networks, request);
  expect(tokens.includes(-1)).toBe(false);
  const written = write.mock.calls.filter(([buffer]) => buffer.size >= bytes);
  const largest = Math.max(...read.mock.contexts.map((buffer) => (buffer as GPUBuffer).size));
  // Once, when it was made.
  expect(written).toHaveLength(1);
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(bytes);
}, 120_000);

test('logits on WebGPU are those on WASM within 0.001, over a whole lattice', async () => {
  const wasm = await loadForTest('tiny', 'wasm');
  const tokens = await sampleLattice(wasm.networks, request);
  const expected = await logitsOf(wasm.networks, tokens);
  await wasm.dispose();
  const actual = await logitsOf(bundle.networks, tokens);
  expect(actual).toHaveLength(expected.length);
  let largest = 0;
  actual.forEach((value, n) => {
    largest = Math.max(largest, Math.abs(value - expected[n]!));
  });
  // Kernels round differently, and so a token at the border of two codes may differ between backends.
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(0.001);
}, 120_000);

test('no buffer of the device is left behind by a picture', async () => {
  // The first one fills onnxruntime's own pool of buffers.
  await sampleLattice(bundle.networks, request);
  const made = vi.spyOn(GPUDevice.prototype, 'createBuffer');
  const destroyed = vi.spyOn(GPUBuffer.prototype, 'destroy');
  for (let n = 0; n < 3; n++) await sampleLattice(bundle.networks, request);
  expect(made.mock.calls.length).toBeGreaterThan(0);
  expect(made.mock.calls.length - destroyed.mock.calls.length).toBeLessThanOrEqual(2);
}, 120_000);

/** The logits of every lane of every step while given tokens are replayed. */
async function logitsOf(networks: Networks, forced: Int16Array<ArrayBuffer>): Promise<number[]> {
  const all: number[] = [];
  const openCache = networks.openCache.bind(networks);
  const spy = vi.spyOn(networks, 'openCache').mockImplementation((rows) => {
    const cache = openCache(rows);
    return {
      step: async (batch) => {
        const logits = await cache.step(batch);
        // Padding repeats the last lane.
        const lanes = new Set(batch.target).size;
        all.push(...logits.subarray(0, lanes * networks.codes));
        return logits;
      },
      dispose: () => cache.dispose(),
    };
  });
  await sampleLattice(networks, { ...request, forced });
  spy.mockRestore();
  return all;
}
