import { afterAll, beforeAll, expect, test } from 'vitest';
import { windowSize } from '../../src/core/attentionWindow.ts';
import { cellCount, type Lattice } from '../../src/core/lattice.ts';
import { cellPixelsOf } from '../../src/core/picturePixels.ts';
import { noise } from '../../src/core/noise.ts';
import { emptyRegion, markRect } from '../../src/core/region/region.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import { raster } from '../../src/core/testing/raster.ts';
import type { TileEvent } from '../../src/protocol/paintEngine.ts';
import type { Networks, StepBatch } from '../ort/networks.ts';
import { loadForTest } from '../testing/bundles.ts';
import { Job } from './job.ts';
import type { LoadedBundle } from './loadedBundle.ts';
import { paintPicture } from './paintPicture.ts';
import { repaintPicture } from './repaintPicture.ts';
import { sampleLattice } from './sampleLattice.ts';
import { TileDecoder } from './tileDecoder.ts';

/** The laws of sampling and tiles, bit for bit, on the real weights, WASM and one thread. */
let bundle: LoadedBundle;
let networks: Networks;
beforeAll(async () => {
  bundle = await loadForTest('landscapes', 'wasm');
  networks = bundle.networks;
}, 60_000);
afterAll(() => bundle.dispose());

const settings = { temperature: 1, topK: 100, topP: 0.95, guidance: 1, seed: 7 };
const request = (lattice: Lattice, guidance = 1) => ({
  lattice,
  subCells: Uint8Array.from({ length: lattice.rows * lattice.columns * 16 }, (_, n) =>
    n < lattice.rows * lattice.columns * 8 ? 3 : 6,
  ),
  mood: 0,
  zoom: 0,
  settings: { ...settings, guidance },
});

test('a lane has the same logits whatever lanes run beside it', async () => {
  const one = await logitsOf(1);
  for (const lanes of [2, 3, 4, 5, 7, 8, 13, 16, 32, 48]) {
    const many = await logitsOf(lanes);
    expect(many.subarray(0, networks.codes), `${lanes} lanes`).toEqual(one);
  }
});

test('the wavefront gives the tokens of the raster order, with guidance and without', async () => {
  for (const guidance of [1, 1.5]) {
    const given = request({ rows: 12, columns: 20 }, guidance);
    const fast = await sampleLattice(networks, given);
    const slow = await sampleLattice(networks, given, { order: raster(given.lattice) });
    expect(fast).toEqual(slow);
    expect(new Set(fast).size).toBeGreaterThan(10);
  }
});

test('a run that was stopped and goes on gives the tokens of one that was not', async () => {
  const given = request({ rows: 12, columns: 12 });
  const whole = await sampleLattice(networks, given);
  let steps = 40;
  const part = await sampleLattice(networks, given, { onStep: () => steps-- > 0 });
  expect(part.includes(-1)).toBe(true);
  expect(await sampleLattice(networks, { ...given, forced: part })).toEqual(whole);
});

test('final tiles are the whole decode, whatever the lattice', async () => {
  for (const [rows, columns] of [
    [8, 8],
    [8, 24],
    [24, 8],
    [20, 40],
    [32, 16],
  ] as const) {
    const lattice = { rows, columns };
    const tokens = Int16Array.from({ length: rows * columns }, (_, n) =>
      Math.floor(networks.codes * noise(1, rows, n)),
    );
    const whole = await new TileDecoder(networks, lattice).decode(
      tokens,
      { x: 0, y: 0, width: columns, height: rows },
      true,
    );
    const plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
    const decoder = new TileDecoder(networks, lattice);
    const joined = new Uint8ClampedArray(whole.length);
    let tiles = 0;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) plan.fill(row, column);
      for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
        paste(joined, columns, rect, await decoder.decode(tokens, rect, true));
        tiles++;
      }
    }
    expect(firstDifference(joined, whole), `${columns} x ${rows} cells in ${tiles} tiles`).toBe(-1);
  }
}, 120_000);

test('the tiles that a painted picture ends with are its whole decode', async () => {
  const lattice = { rows: 20, columns: 12 };
  const joined = new Uint8ClampedArray(4 * cellCount(lattice) * networks.cellPixels ** 2);
  const finals: TileEvent[] = [];
  const { tokens, finished } = await paintPicture(networks, { ...request(lattice) }, new Job(1), (event) => {
    if (event.type === 'tile' && event.final) finals.push(event);
  });
  expect(finished).toBe(true);
  expect(finals.length).toBeGreaterThan(1);
  for (const { rect, pixels } of finals) {
    const cells = { x: rect.x / 16, y: rect.y / 16, width: rect.width / 16, height: rect.height / 16 };
    paste(joined, lattice.columns, cells, pixels);
  }
  const all = { x: 0, y: 0, width: lattice.columns, height: lattice.rows };
  const whole = await new TileDecoder(networks, lattice).decode(tokens, all, true);
  expect(firstDifference(joined, whole)).toBe(-1);
});

test('candidates as lanes of the same steps are the candidates one by one, outside their region untouched', async () => {
  const lattice = { rows: 16, columns: 20 };
  const given = request(lattice, 1.5);
  const tokens = await sampleLattice(networks, request(lattice));
  const region = emptyRegion(lattice);
  markRect(region, lattice, { x: 6, y: 9, width: 5, height: 5 });
  const repaint = { ...given, tokens, region };
  const seeds = [11, 12, 13];
  const { candidates } = await repaintPicture(networks, { ...repaint, seeds }, new Job(1), () => undefined);
  for (const [n, seed] of seeds.entries()) {
    const alone = await repaintPicture(networks, { ...repaint, seeds: [seed] }, new Job(1), () => undefined);
    expect(candidates[n]!.tokens).toEqual(alone.candidates[0]!.tokens);
    expect(candidates[n]!.tokens.filter((_, cell) => region[cell] === 0)).toEqual(
      tokens.filter((_, cell) => region[cell] === 0),
    );
  }
  expect(new Set(candidates.map(({ tokens: own }) => own.join())).size).toBe(3);
});

test('after a repaint the picture is the whole decode of its tokens', async () => {
  const lattice = { rows: 16, columns: 44 };
  const tokens = Int16Array.from({ length: 16 * 44 }, (_, n) => Math.floor(networks.codes * noise(1, 16, n)));
  const all = { x: 0, y: 0, width: lattice.columns, height: lattice.rows };
  const picture = await new TileDecoder(networks, lattice).decode(tokens, all, true);
  const region = emptyRegion(lattice);
  markRect(region, lattice, { x: 20, y: 6, width: 5, height: 5 });
  const repaint = { ...request(lattice), tokens, region, seeds: [3] };
  const { candidates } = await repaintPicture(networks, repaint, new Job(1), (event) => {
    if (event.type !== 'tile' || !event.final) return;
    const { x, y, width, height } = event.rect;
    const cells = { x: x / 16, y: y / 16, width: width / 16, height: height / 16 };
    paste(picture, lattice.columns, cells, event.pixels);
  });
  expect(candidates[0]!.tokens).not.toEqual(tokens);
  const whole = await new TileDecoder(networks, lattice).decode(candidates[0]!.tokens, all, true);
  expect(firstDifference(picture, whole)).toBe(-1);
}, 120_000);

/** Where pictures differ first, -1 if nowhere: `toEqual` takes longer for their millions of values than the decoding. */
function firstDifference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.length === other.length ? one.findIndex((value, n) => value !== other[n]) : 0;
}

/** Logits of `lanes` lanes over a cache of noise; the first lane is the same for every number of lanes. */
async function logitsOf(lanes: number): Promise<Float32Array> {
  const { cacheWidth } = bundle.manifest.transformer;
  const size = windowSize(networks.window);
  const batch: StepBatch = {
    lanes,
    features: Float32Array.from({ length: lanes * networks.width }, (_, n) => noise(1, 0, n) - 0.5),
    left: Int32Array.from({ length: lanes }, (_, n) => 1 + n),
    up: Int32Array.from({ length: lanes }, (_, n) => 20 + n),
    upright: Int32Array.from({ length: lanes }, (_, n) => 40 + n),
    i: Int32Array.from({ length: lanes }, (_, n) => n),
    j: Int32Array.from({ length: lanes }, (_, n) => 2 * n),
    slots: Int32Array.from({ length: lanes * size }, (_, n) => n % size),
    bias: new Float32Array(lanes * (size + 1)),
    target: Int32Array.from({ length: lanes }, (_, n) => n),
  };
  const cache = networks.openCache(
    size,
    Float32Array.from({ length: size * cacheWidth }, (_, n) => noise(2, 0, n) - 0.5),
  );
  try {
    return await cache.step(batch);
  } finally {
    cache.dispose();
  }
}

/** Copies a tile of cells into a picture that is `columns` cells wide. */
function paste(
  picture: Uint8ClampedArray,
  columns: number,
  rect: { x: number; y: number; width: number; height: number },
  pixels: Uint8ClampedArray,
): void {
  const side = cellPixelsOf(pixels, rect.width * rect.height);
  const width = 4 * rect.width * side;
  for (let y = 0; y < rect.height * side; y++) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    picture.set(row, 4 * ((rect.y * side + y) * columns + rect.x) * side);
  }
}
