import { afterAll, beforeAll, expect, test } from 'vitest';
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
const buffers = { made: 0, destroyed: 0, mapped: new Set<GPUBuffer>(), storage: new Set<GPUBuffer>() };
let bundle: LoadedBundle;

beforeAll(async () => {
  watchBuffers();
  bundle = await loadForTest('tiny', 'webgpu', ['paint', 'encode']);
}, 120_000);
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
  const queue = { written: 0, read: 0 };
  const { writeBuffer } = GPUQueue.prototype;
  GPUQueue.prototype.writeBuffer = function (this: GPUQueue, ...args: Parameters<typeof writeBuffer>) {
    if (args[0].size >= bytes) queue.written++;
    return writeBuffer.apply(this, args);
  };
  const { mapAsync } = GPUBuffer.prototype;
  GPUBuffer.prototype.mapAsync = function (this: GPUBuffer, ...args: Parameters<typeof mapAsync>) {
    queue.read = Math.max(queue.read, this.size);
    return mapAsync.apply(this, args);
  };
  try {
    const tokens = await sampleLattice(bundle.networks, request);
    expect(tokens.includes(-1)).toBe(false);
  } finally {
    GPUQueue.prototype.writeBuffer = writeBuffer;
    GPUBuffer.prototype.mapAsync = mapAsync;
  }
  // Once, when it was made.
  expect(queue.written).toBe(1);
  expect(queue.read).toBeGreaterThan(0);
  expect(queue.read).toBeLessThan(bytes);
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
  await sampleLattice(bundle.networks, request);
  const before = buffers.made - buffers.destroyed;
  for (let n = 0; n < 3; n++) await sampleLattice(bundle.networks, request);
  expect(buffers.made).toBeGreaterThan(0);
  expect(buffers.made - buffers.destroyed - before).toBeLessThanOrEqual(2);
}, 120_000);

/** Counts buffers from before the first device is made. */
function watchBuffers(): void {
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (this: GPUDevice, ...args: Parameters<typeof createBuffer>) {
    buffers.made++;
    return createBuffer.apply(this, args);
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function (this: GPUBuffer) {
    buffers.destroyed++;
    return destroy.apply(this);
  };
}
