import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount, type Lattice } from '../../src/core/lattice.ts';
import { raster } from '../../src/core/testing/raster.ts';
import { windows } from '../../src/core/testing/windows.ts';
import { fakeNetworks, type FakeBundle } from '../testing/fakeNetworks.ts';
import { sampleLattice } from './sampleLattice.ts';

type Request = Parameters<typeof sampleLattice>[1];

const side = fc.integer({ min: 1, max: 24 });
const request: fc.Arbitrary<Request> = fc
  .record({
    rows: side,
    columns: side,
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    guidance: fc.constantFrom(1, 1.5),
    mood: fc.integer({ min: 0, max: 12 }),
    zoom: fc.nat(3),
  })
  .map(({ rows, columns, seed, guidance, mood, zoom }) => ({
    lattice: { rows, columns },
    subCells: Uint8Array.from({ length: rows * columns * 16 }, (_, n) => 1 + ((n + seed) % 12)),
    mood,
    zoom,
    settings: { temperature: 1, topK: 20, topP: 0.95, guidance, seed },
  }));

const bundles: fc.Arbitrary<FakeBundle> = fc.record({ window: windows, distilled: fc.boolean(), zooms: fc.boolean() });

const filled = (lattice: Lattice, value: number) => new Int16Array(cellCount(lattice)).fill(value);

test('the wavefront gives the tokens of the raster order, one by one', async () => {
  await fc.assert(
    fc.asyncProperty(request, bundles, async (given, bundle) => {
      const fast = await sampleLattice(fakeNetworks(bundle), given);
      const slow = await sampleLattice(fakeNetworks(bundle), given, { order: raster(given.lattice) });
      expect(fast).toEqual(slow);
      expect(fast.every((token) => token >= 0)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a run that was ended and goes on gives the tokens of one that was not', async () => {
  await fc.assert(
    fc.asyncProperty(request, bundles, fc.nat(40), async (given, bundle, steps) => {
      const whole = await sampleLattice(fakeNetworks(bundle), given);
      let left = steps;
      const part = await sampleLattice(fakeNetworks(bundle), given, { onStep: () => left-- > 0 });
      expect(await sampleLattice(fakeNetworks(bundle), { ...given, forced: part })).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test('known tokens are kept and change the others; forced tokens do not', async () => {
  await fc.assert(
    fc.asyncProperty(request, bundles, async (given, bundle) => {
      const whole = await sampleLattice(fakeNetworks(bundle), given);
      const some = whole.map((token, cell) => (cell % 3 === 0 ? token : -1));
      const completed = await sampleLattice(fakeNetworks(bundle), { ...given, known: some });
      expect(completed.filter((_, cell) => cell % 3 === 0)).toEqual(some.filter((token) => token >= 0));
      expect(await sampleLattice(fakeNetworks(bundle), { ...given, forced: some })).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('guidance in one pass asks the context network once, with its strength, and half as many lanes', async () => {
  const told: unknown[] = [];
  const lanes = async (bundle: FakeBundle, guidance: number) => {
    const networks = fakeNetworks(bundle);
    const context = networks.context.bind(networks);
    const openCache = networks.openCache.bind(networks);
    const sizes: number[] = [];
    networks.context = (lattice, subCells, known, whole) => {
      told.push(whole);
      return context(lattice, subCells, known, whole);
    };
    networks.openCache = (rows, initial) => {
      const cache = openCache(rows, initial);
      return {
        dispose: () => cache.dispose(),
        step(batch) {
          sizes.push(batch.lanes);
          return cache.step(batch);
        },
      };
    };
    networks.padLanes = (count) => count;
    const lattice = { rows: 8, columns: 8 };
    const settings = { temperature: 1, topK: 32, topP: 1, guidance, seed: 5 };
    await sampleLattice(networks, {
      lattice,
      subCells: new Uint8Array(8 * 8 * 16).fill(1),
      mood: 3,
      zoom: 0,
      settings,
    });
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  expect(await lanes({ distilled: true }, 2.5)).toBe(64);
  expect(told.splice(0)).toEqual([{ mood: 3, zoom: 0, guidance: 2.5 }]);
  expect(await lanes({ distilled: false }, 2.5)).toBe(128);
  expect(told.splice(0)).toEqual([
    { mood: 3, zoom: 0, guidance: 2.5 },
    { mood: 0, zoom: 0, guidance: 1 },
  ]);
  expect(await lanes({ distilled: false }, 1)).toBe(64);
});

test('a lattice whose origin lies elsewhere sees the noise of there', async () => {
  const given: Request = {
    lattice: { rows: 8, columns: 8 },
    subCells: new Uint8Array(8 * 8 * 16).fill(1),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 32, topP: 1, guidance: 1, seed: 5 },
  };
  const here = await sampleLattice(fakeNetworks(), given);
  const there = await sampleLattice(fakeNetworks(), { ...given, origin: { row: -3, column: 4 } });
  expect(there).not.toEqual(here);
});

test('the run ends before the next step, keeps what is there, and gives its cache back', async () => {
  const networks = fakeNetworks();
  const lattice = { rows: 8, columns: 8 };
  const given: Request = {
    lattice,
    subCells: new Uint8Array(8 * 8 * 16).fill(1),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 32, topP: 1, guidance: 1, seed: 5 },
  };
  const tokens = await sampleLattice(networks, given, { onStep: () => false });
  expect(tokens.filter((token) => token >= 0)).toHaveLength(1);
  expect(networks.openCaches).toBe(0);
  networks.context = () => Promise.reject(new Error('no context'));
  await expect(sampleLattice(networks, { ...given, forced: filled(lattice, 1) })).rejects.toThrow('no context');
  expect(networks.openCaches).toBe(0);
});
