import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCount, LAYOUT_CELL_PIXELS, EMPTY_TOKEN, type Lattice } from '../../src/core/lattice.ts';
import { emptyRegion, markRect, regionSize } from '../../src/core/region/region.ts';
import { cropMap, regionCrop } from '../../src/core/region/regionCrop.ts';
import type { RepaintRequest, TileEvent } from '../../src/protocol/paintEngine.ts';
import { windows } from '../../src/core/testing/windows.ts';
import { fakeNetworks, type FakeBundle } from '../testing/fakeNetworks.ts';
import { Job } from './job.ts';
import { measureLattice, scoreCandidates } from './measureLattice.ts';
import { cropRequest, repaintPicture } from './repaintPicture.ts';
import { sampleLattice } from './sampleLattice.ts';
import { TileDecoder } from './tileDecoder.ts';

const sides = fc.integer({ min: 2, max: 7 }).map((n) => 4 * n);
const requests: fc.Arbitrary<RepaintRequest> = fc
  .record({ rows: sides, columns: sides, seed: fc.nat(1000), guidance: fc.constantFrom(1, 1.5) })
  .chain(({ rows, columns, seed, guidance }) =>
    fc
      .record({
        x: fc.nat(columns - 1),
        y: fc.nat(rows - 1),
        width: fc.integer({ min: 1, max: 9 }),
        height: fc.integer({ min: 1, max: 9 }),
        row: fc.integer({ min: -20, max: 20 }),
      })
      .map((rect) => requestOf({ rows, columns }, rect, seed, guidance, rect.row)),
  );

function requestOf(
  lattice: Lattice,
  rect: { x: number; y: number; width: number; height: number },
  seed = 5,
  guidance = 1,
  row = 0,
): RepaintRequest {
  const region = emptyRegion(lattice);
  markRect(region, lattice, rect);
  const tokens = Int16Array.from({ length: cellCount(lattice) }, (_, n) => (n * 5 + seed) % 32);
  return {
    lattice,
    // What is sampled anew may be there or not.
    tokens: tokens.map((token, cell) => (region[cell] === 1 && cell % 2 === 0 ? EMPTY_TOKEN : token)),
    region,
    subCells: Uint8Array.from({ length: cellCount(lattice) * 16 }, (_, n) => 1 + ((n + seed) % 12)),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 20, topP: 0.95, guidance, seed: 0 },
    seeds: [seed],
    origin: { row, column: -7 },
  };
}

const bundles: fc.Arbitrary<FakeBundle> = fc.record({ window: windows, distilled: fc.boolean(), zooms: fc.boolean() });

const silent = () => undefined;

test('a repaint gives every cell of the region a token and leaves every other one as it is', async () => {
  await fc.assert(
    fc.asyncProperty(requests, bundles, async (request, bundle) => {
      const { candidates, finished } = await repaintPicture(fakeNetworks(bundle), request, new Job(1), silent);
      expect(finished).toBe(true);
      expect(candidates).toHaveLength(1);
      const { tokens } = candidates[0]!;
      expect(tokens.every((token) => token >= 0)).toBe(true);
      const kept = (all: Int16Array) => all.filter((_, cell) => request.region[cell] === 0);
      expect(kept(tokens)).toEqual(kept(request.tokens));
    }),
    { numRuns: 30 },
  );
});

test('its tokens are those of the crop as a lattice of its own, with the noise of the picture’s cells', async () => {
  await fc.assert(
    fc.asyncProperty(requests, bundles, async (request, bundle) => {
      const networks = fakeNetworks(bundle);
      const { candidates } = await repaintPicture(networks, request, new Job(1), silent);
      const crop = regionCrop(request.region, request.lattice, networks.window);
      const kept = request.tokens.map((token, cell) => (request.region[cell] === 1 ? EMPTY_TOKEN : token));
      const sampling = cropRequest(request, crop, kept);
      expect(sampling.origin).toEqual({ row: request.origin!.row + crop.y, column: crop.x - 7 });
      const settings = { ...sampling.settings, seed: request.seeds[0]! };
      const alone = await sampleLattice(fakeNetworks(bundle), { ...sampling, settings });
      expect(cropMap(candidates[0]!.tokens, request.lattice, crop)).toEqual(alone);
    }),
    { numRuns: 30 },
  );
});

test('candidates as lanes of the same steps are the candidates one by one, and so are their scores', async () => {
  const seeds = [3, 4, 5, 6, 7];
  await fc.assert(
    fc.asyncProperty(requests, bundles, async (request, bundle) => {
      const together = await repaintPicture(fakeNetworks(bundle), { ...request, seeds }, new Job(1), silent);
      for (const [n, seed] of seeds.entries()) {
        const alone = await repaintPicture(fakeNetworks(bundle), { ...request, seeds: [seed] }, new Job(1), silent);
        expect(together.candidates[n]!.tokens).toEqual(alone.candidates[0]!.tokens);
      }
      const reversed = await repaintPicture(
        fakeNetworks(bundle),
        { ...request, seeds: seeds.toReversed() },
        new Job(1),
        silent,
      );
      const scores = together.candidates.map(({ score }) => score);
      expect(reversed.candidates.map(({ score }) => score).toReversed()).toEqual(scores);
      expect(scores.every((score) => score < 0)).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test('a score is the sum of what a measurement finds surprising where it was asked', async () => {
  const { lattice, subCells, mood, zoom, tokens, region } = requestOf(
    { rows: 12, columns: 16 },
    { x: 4, y: 4, width: 5, height: 3 },
  );
  const full = tokens.map((token) => Math.max(0, token));
  const known = full.map((token, cell) => (region[cell] === 1 ? EMPTY_TOKEN : token));
  const seen = { lattice, subCells, mood, zoom, known };
  const { surprise } = await measureLattice(fakeNetworks(), seen, full, 3);
  const [score] = await scoreCandidates(fakeNetworks(), seen, [full], region);
  const sum = surprise.reduce((total, nats, cell) => total + (region[cell] === 1 ? nats : 0), 0);
  expect(regionSize(region)).toBe(15);
  expect(score).toBeCloseTo(-sum, 3);
});

test('a cancelled repaint says so before its next step, and what was not in the region is as it was', async () => {
  const request = requestOf({ rows: 16, columns: 32 }, { x: 10, y: 6, width: 6, height: 6 });
  const job = new Job(1);
  let steps = 0;
  const { candidates, finished } = await repaintPicture(fakeNetworks(), request, job, (event) => {
    if (event.type === 'progress' && ++steps === 3) job.cancel();
  });
  expect(finished).toBe(false);
  const { tokens } = candidates[0]!;
  expect(tokens.includes(EMPTY_TOKEN)).toBe(true);
  expect(tokens.every((token, cell) => request.region[cell] === 1 || token === request.tokens[cell])).toBe(true);
});

test('its last tiles make of the picture before what a decode of the new tokens makes', async () => {
  const request = requestOf({ rows: 16, columns: 48 }, { x: 20, y: 3, width: 5, height: 5 });
  const { lattice } = request;
  const networks = fakeNetworks();
  const all = { x: 0, y: 0, width: lattice.columns, height: lattice.rows };
  const old = request.tokens.map((token) => Math.max(0, token));
  const picture = await new TileDecoder(networks, lattice).decode(old, all, true);
  const tiles: TileEvent[] = [];
  const { candidates } = await repaintPicture(networks, { ...request, tokens: old }, new Job(1), (event) => {
    if (event.type === 'tile' && event.final) tiles.push(event);
  });
  expect(tiles.length).toBeGreaterThan(0);
  const pixels = tiles.reduce((sum, { rect }) => sum + rect.width * rect.height, 0);
  expect(pixels).toBeLessThan(lattice.rows * lattice.columns * LAYOUT_CELL_PIXELS ** 2);
  for (const { rect, pixels: tile } of tiles) {
    for (let y = 0; y < rect.height; y++) {
      const start = 4 * ((rect.y + y) * lattice.columns * LAYOUT_CELL_PIXELS + rect.x);
      picture.set(tile.subarray(4 * y * rect.width, 4 * (y + 1) * rect.width), start);
    }
  }
  expect(picture).toEqual(await new TileDecoder(networks, lattice).decode(candidates[0]!.tokens, all, true));
});
