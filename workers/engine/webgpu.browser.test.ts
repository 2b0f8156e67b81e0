import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadForTest } from '../testing/bundles.ts';
import type { LoadedBundle } from './loadedBundle.ts';
import { sampleLattice } from './sampleLattice.ts';

/** WebGPU on SwiftShader with the tiny bundle: slow, but the real thing. */
const settings = { temperature: 1, topK: 100, topP: 1, guidance: 1.5, seed: 3 };
const request = {
  lattice: { rows: 8, columns: 12 },
  subCells: Uint8Array.from({ length: 8 * 12 * 16 }, (_, n) => 1 + (n % 12)),
  mood: 2,
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
  const rows = 2 * 9 * request.lattice.columns;
  const bytes = rows * bundle.manifest.transformer.cacheWidth * 4;
  const write = vi.spyOn(GPUQueue.prototype, 'writeBuffer');
  const read = vi.spyOn(GPUBuffer.prototype, 'mapAsync');
  const tokens = await sampleLattice(bundle.networks, request);
  expect(tokens.includes(-1)).toBe(false);
  const written = write.mock.calls.filter(([buffer]) => buffer.size >= bytes);
  const largest = Math.max(...read.mock.contexts.map((buffer) => buffer.size));
  // Once, when it was made.
  expect(written).toHaveLength(1);
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(bytes);
}, 120_000);

test('tokens on WebGPU are those on WASM', async () => {
  const onGpu = await sampleLattice(bundle.networks, request);
  const wasm = await loadForTest('tiny', 'wasm');
  const onWasm = await sampleLattice(wasm.networks, request);
  await wasm.dispose();
  const same = onGpu.filter((token, cell) => token === onWasm[cell]).length;
  // Kernels round differently: one token on the border of two codes may flip, and those after it with it.
  expect(same / onGpu.length).toBeGreaterThan(0.9);
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
