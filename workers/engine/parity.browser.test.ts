import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_TOKEN, type Lattice } from '../../src/core/lattice.ts';
import { ANY } from '../../src/core/classes.ts';
import { resizeBicubic } from '../../src/core/segment/bicubic.ts';
import { likeliestClasses } from '../../src/core/segment/likeliestClasses.ts';
import { photographLayout, planesOf, segmenterSize } from '../../src/core/segment/photographLayout.ts';
import { noise } from '../../src/core/noise.ts';
import { SUB_CELLS } from '../../src/core/lattice.ts';
import { loadForTest } from '../testing/bundles.ts';
import { readVectors, type Safetensors } from '../testing/safetensors.ts';
import { regionCrop } from '../../src/core/region/regionCrop.ts';
import { Job } from './job.ts';
import type { LoadedBundle } from './loadedBundle.ts';
import { repaintPicture } from './repaintPicture.ts';
import { sampleLattice } from './sampleLattice.ts';

/** The browser's runtime against Python: the vectors of `training/parity`, made of the same weights as stored. */
let landscapes: LoadedBundle;
let tiny: LoadedBundle;
beforeAll(async () => {
  landscapes = await loadForTest('landscapes', 'wasm', ['paint', 'encode', 'segment']);
  tiny = await loadForTest('tiny', 'wasm');
}, 60_000);
afterAll(async () => {
  await landscapes.dispose();
  await tiny.dispose();
});

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, n) => Math.max(largest, Math.abs(value - expected[n]!)), 0);
}

function latticeOf({ said }: Safetensors): Lattice {
  return { rows: said['rows']!, columns: said['columns']! };
}

function settingsOf({ said }: Safetensors) {
  return {
    temperature: said['temperature']!,
    topK: said['topK']!,
    topP: said['topP']!,
    guidance: said['guidance']!,
    seed: said['seed']!,
  };
}

function requestOf(vectors: Safetensors) {
  const { said } = vectors;
  return {
    lattice: latticeOf(vectors),
    subCells: Uint8Array.from(vectors.ints('layout')),
    known: Int16Array.from(vectors.ints('known')),
    mood: said['mood']!,
    zoom: said['zoom'] ?? 0,
    settings: settingsOf(vectors),
  };
}

describe('the graphs of the default bundle', () => {
  test('context features are those of Python', async () => {
    const vectors = await readVectors('landscapes-context');
    const layout = Uint8Array.from(vectors.ints('layout'));
    const known = Int16Array.from(vectors.ints('known'));
    const features = await landscapes.networks.context(latticeOf(vectors), layout, known, {
      mood: vectors.ints('mood')[0]!,
      zoom: landscapes.networks.zooms ? vectors.ints('zoom')[0]! : 0,
      guidance: landscapes.networks.distilled ? vectors.floats('guidance')[0]! : 1,
    });
    expect(largestDifference(features, vectors.floats('features'))).toBeLessThan(1e-4);
  });

  test('a step with its cache gives the logits and the new rows of Python', async () => {
    const vectors = await readVectors('landscapes-step');
    const lanes = vectors.shape('features')[0]!;
    const content = vectors.floats('cache');
    const cache = landscapes.networks.openCache(vectors.shape('cache')[0]!, content);
    const target = Int32Array.from({ length: lanes }, (_, lane) => lane);
    const ints = (name: string) => vectors.ints(name);
    const logits = await cache.step({
      lanes,
      features: vectors.floats('features'),
      left: ints('left'),
      up: ints('up'),
      upright: ints('upright'),
      i: ints('i'),
      j: ints('j'),
      slots: ints('slots'),
      bias: vectors.floats('bias'),
      target,
    });
    cache.dispose();
    expect(largestDifference(logits, vectors.floats('logits'))).toBeLessThan(1e-4);
    // On WASM the cache is written in place.
    const fresh = vectors.floats('new');
    expect(largestDifference(content.slice(0, fresh.length), fresh)).toBeLessThan(1e-4);
  });

  test('features and pixels of the decoder are those of Python', async () => {
    const vectors = await readVectors('landscapes-decoder');
    const [, rows = 0, columns = 0] = vectors.shape('tokens');
    const lattice = { rows, columns };
    const features = await landscapes.networks.features(lattice, vectors.ints('tokens'));
    expect(largestDifference(features, vectors.floats('features'))).toBeLessThan(1e-4);
    const rgb = await landscapes.networks.upsample(lattice, features);
    // Stored in 16 bits.
    expect(largestDifference(rgb, vectors.floats('rgb'))).toBeLessThan(1e-3);
  });

  test('the layout of a painted landscape is that of Python', async () => {
    const vectors = await readVectors('landscapes-segmenter');
    const [height = 0, width = 0] = vectors.shape('photograph');
    const photograph = { width, height, pixels: vectors.bytes('photograph') };
    const seen = segmenterSize(photograph);
    const rgb = planesOf(resizeBicubic(photograph, seen.width, seen.height));
    const logits = await landscapes.networks.segment(seen.width, seen.height, rgb);
    const share = (found: Uint8Array, expected: Uint8Array) =>
      found.filter((id, at) => id === expected[at]).length / expected.length;
    expect(share(likeliestClasses(logits, width, height), vectors.bytes('classes'))).toBeGreaterThan(0.999);
    const half = photographLayout(photograph, logits).filter((_, at) => at % 2 === 0 && (at / (2 * width)) % 2 < 1);
    const layout = vectors.bytes('layout').map((id) => id || ANY);
    expect(share(half, layout)).toBeGreaterThan(0.999);
    expect(new Set(layout).size).toBeGreaterThan(3);
  });

  test('tokens of the encoder are those of Python', async () => {
    const vectors = await readVectors('landscapes-encoder');
    const [, rows = 0, columns = 0] = vectors.shape('tokens');
    const rgb = Float32Array.from(vectors.bytes('bytes'), (byte) => byte / 127.5 - 1);
    expect(await landscapes.networks.encode({ rows, columns }, rgb)).toEqual(vectors.ints('tokens'));
  });
});

describe('whole lattices, token for token', () => {
  test.each(['landscapes-16x16', 'landscapes-16x16-guided'])('%s', async (name) => {
    const vectors = await readVectors(name);
    const tokens = await sampleLattice(landscapes.networks, requestOf(vectors));
    expect([...tokens]).toEqual([...vectors.ints('tokens')]);
  });

  test.each(['tiny-8x4', 'tiny-8x8', 'tiny-16x16', 'tiny-16x16-guided', 'tiny-8x64', 'tiny-64x32'])(
    '%s',
    async (name) => {
      const vectors = await readVectors(name);
      const tokens = await sampleLattice(tiny.networks, requestOf(vectors));
      expect([...tokens]).toEqual([...vectors.ints('tokens')]);
    },
  );

  test('a run that goes on', async () => {
    const vectors = await readVectors('tiny-resumed');
    const forced = Int16Array.from(vectors.ints('forced'));
    expect(forced.includes(EMPTY_TOKEN)).toBe(true);
    const tokens = await sampleLattice(tiny.networks, { ...requestOf(vectors), forced });
    expect([...tokens]).toEqual([...vectors.ints('tokens')]);
  });

  test('nine columns, as many as a row of `landscapes` lags, over features of noise', async () => {
    const vectors = await readVectors('tiny-12x9');
    const lattice = latticeOf(vectors);
    const { width } = tiny.networks;
    const cells = lattice.rows * lattice.columns;
    const networks = Object.create(tiny.networks) as typeof tiny.networks;
    networks.context = () =>
      Promise.resolve(
        Float32Array.from(
          { length: cells * width },
          (_, n) => noise(vectors.said['featuresSeed']!, Math.floor(n / width), n % width) - 0.5,
        ),
      );
    const tokens = await sampleLattice(networks, {
      lattice,
      subCells: new Uint8Array(cells * SUB_CELLS ** 2),
      mood: 0,
      zoom: 0,
      settings: settingsOf(vectors),
    });
    expect([...tokens]).toEqual([...vectors.ints('tokens')]);
  });
});

describe('a region on its crop, token for token', () => {
  test.each(['tiny-repaint', 'landscapes-repaint', 'landscapes-repaint-guided'])('%s', async (name) => {
    const vectors = await readVectors(name);
    const { said } = vectors;
    const lattice = latticeOf(vectors);
    const tokens = Int16Array.from(vectors.ints('picture'));
    const region = Uint8Array.from(vectors.ints('region'));
    const { networks } = name.startsWith('tiny') ? tiny : landscapes;
    expect(regionCrop(region, lattice, networks.window)).toEqual({
      x: said['cropColumn'],
      y: said['cropRow'],
      width: said['cropColumns'],
      height: said['cropRows'],
    });
    const { candidates } = await repaintPicture(
      networks,
      {
        lattice,
        subCells: Uint8Array.from(vectors.ints('layout')),
        mood: said['mood']!,
        zoom: said['zoom'] ?? 0,
        settings: settingsOf(vectors),
        tokens,
        region,
        seeds: [said['seed']!],
        origin: { row: said['originRow']!, column: said['originColumn']! },
      },
      new Job(1),
      () => undefined,
    );
    expect([...candidates[0]!.tokens]).toEqual([...vectors.ints('tokens')]);
  });
});
