import { expect, test } from 'vitest';
import { cellCount } from '../../src/core/lattice.ts';
import { BEST_CODES, type EngineEvent } from '../../src/protocol/paintEngine.ts';
import { fakeNetworks } from '../testing/fakeNetworks.ts';
import { Job } from './job.ts';
import { measureLattice, scoreCandidates } from './measureLattice.ts';
import { measurePicture } from './measurePicture.ts';
import { tryCodes } from './tryCodes.ts';

function requestOf(rows: number, columns: number) {
  const lattice = { rows, columns };
  const cells = cellCount(lattice);
  return {
    lattice,
    subCells: new Uint8Array(cells * 16).fill(3),
    mood: 0,
    zoom: 0,
    tokens: Int16Array.from({ length: cells }, (_, cell) => (cell * 7) % 32),
  };
}

test('a picture is measured as its lattice is, and every token counts as progress', async () => {
  const request = requestOf(8, 12);
  const networks = fakeNetworks();
  const events: EngineEvent[] = [];
  const whole = await measurePicture(networks, request, new Job(1), (event) => events.push(event));
  expect(whole).toEqual(await measureLattice(networks, request, request.tokens, BEST_CODES));
  expect(events.at(-1)).toMatchObject({ type: 'progress', done: 96, total: 96 });
  expect(networks.openCaches).toBe(0);
});

test('a measurement is of the model itself: where guidance is distilled its strength is 1', async () => {
  const networks = fakeNetworks({ distilled: true });
  const context = networks.context.bind(networks);
  const told: unknown[] = [];
  networks.context = (lattice, subCells, known, whole) => {
    told.push(whole);
    return context(lattice, subCells, known, whole);
  };
  const request = requestOf(8, 8);
  const { surprise } = await measurePicture(networks, request, new Job(1), () => undefined);
  await scoreCandidates(networks, { ...request, known: request.tokens }, [request.tokens], new Uint8Array(64).fill(1));
  expect(surprise).toHaveLength(64);
  expect(told).toEqual([
    { mood: 0, zoom: 0, guidance: 1 },
    { mood: 0, zoom: 0, guidance: 1 },
  ]);
});

test('a picture longer than what is painted at once is measured in parts that leave no cell out', async () => {
  const request = requestOf(8, 100);
  const { entropy, codes, probabilities } = await measurePicture(fakeNetworks(), request, new Job(1), () => undefined);
  expect(entropy.every((nats) => nats > 0 && nats <= Math.log(32) + 1e-6)).toBe(true);
  for (let cell = 0; cell < 800; cell++) {
    const best = codes.subarray(cell * BEST_CODES, (cell + 1) * BEST_CODES);
    expect(new Set(best).size).toBe(BEST_CODES);
    expect(probabilities[cell * BEST_CODES]!).toBeGreaterThanOrEqual(probabilities[cell * BEST_CODES + 7]!);
  }
});

test('half of a measurement is none', async () => {
  const job = new Job(1);
  const measured = measurePicture(fakeNetworks(), requestOf(8, 8), job, () => job.cancel());
  await expect(measured).rejects.toMatchObject({ code: 'ABORTED' });
});

test('codes are tried in their cell alone, at the edge too', async () => {
  const { lattice, tokens } = requestOf(8, 8);
  for (const cell of [0, 27, 63]) {
    const seen: EngineEvent[] = [];
    const before = tokens.slice();
    const request = { lattice, tokens, cell, codes: Int16Array.of(0, 31) };
    await tryCodes(fakeNetworks(), request, new Job(1), (event) => seen.push(event));
    expect(tokens).toEqual(before);
    expect(seen.map((event) => event.type === 'tile' && event.candidate)).toEqual([0, 1]);
    const [first, second] = seen.map((event) => (event.type === 'tile' ? event : undefined));
    expect(first!.pixels).toHaveLength(4 * 48 * 48);
    expect(first!.pixels).not.toEqual(second!.pixels);
    const { x, y, width, height } = first!.rect;
    expect(x >= 0 && y >= 0 && x + width <= 128 && y + height <= 128).toBe(true);
    expect((cell % 8) * 16 >= x && (cell % 8) * 16 < x + width).toBe(true);
  }
});
