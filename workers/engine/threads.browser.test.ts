import * as Comlink from 'comlink';
import { clear } from 'idb-keyval';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/engine/createEngine.ts';
import type { Exactness, exactness } from '../testing/exactness.worker.ts';

test('tests run in a page that may have threads', () => {
  expect(crossOriginIsolated).toBe(true);
});

test('the laws of sampling and tiles hold bit for bit with 1, 2 and 4 threads, and pictures are the same', async () => {
  const all: Exactness[] = [];
  for (const threads of [1, 2, 4]) {
    const worker = new Worker(new URL('../testing/exactness.worker.ts', import.meta.url), { type: 'module' });
    const result = await Comlink.wrap<typeof exactness>(worker).run(threads);
    worker.terminate();
    expect(result.threads).toBe(threads);
    expect(result.wavefront).toEqual(result.raster);
    expect(new Set(result.wavefront).size).toBeGreaterThan(10);
    expect(result.tiles.length).toBeGreaterThan(1);
    for (const { rows, sameOfWhole } of result.tiles) expect(rows).toEqual(sameOfWhole);
    all.push(result);
  }
  for (const { wavefront, whole } of all) {
    expect(wavefront).toEqual(all[0]!.wavefront);
    expect(whole).toEqual(all[0]!.whole);
  }
}, 300_000);

test('numbers of threads are tried out while nothing is done, and remembered for the next worker', async () => {
  await clear();
  const source = { kind: 'url', url: '/models/tiny/manifest.json' } as const;
  const settled: boolean[] = [];
  const load = async () => {
    const engine = createEngine({ workers: 2, rest: 50 });
    await engine.load(
      { source, backend: 'wasm', need: 'paint' },
      { onEvent: (event) => event.type === 'backend' && settled.push(event.threadsSettled) },
    );
    return engine;
  };
  const first = await load();
  await expect
    .poll(
      async () => {
        (await load()).dispose();
        return settled.at(-1);
      },
      { timeout: 150_000, interval: 3_000 },
    )
    .toBe(true);
  expect(settled[0]).toBe(false);
  first.dispose();
}, 200_000);
