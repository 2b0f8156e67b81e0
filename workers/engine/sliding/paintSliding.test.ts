import { expect, test } from 'vitest';
import { EMPTY_TOKEN } from '../../../src/core/lattice.ts';
import type { EngineEvent, PaintRequest } from '../../../src/protocol/paintEngine.ts';
import { fakeSlidingNetworks } from '../../testing/fakeSlidingNetworks.ts';
import { Job } from '../job.ts';
import { decodeWhole } from './decodeWhole.ts';
import { paintSliding } from './paintSliding.ts';
import { sendWhole } from './sendWhole.ts';

const request: PaintRequest = {
  lattice: { rows: 20, columns: 40 },
  subCells: new Uint8Array(20 * 40 * 16).fill(3),
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 32, topP: 1, guidance: 1, seed: 2 },
};

const tilesOf = (events: readonly EngineEvent[]) => events.filter((event) => event.type === 'tile');

test('a picture ends with final tiles that are the whole decode, cut', async () => {
  const networks = fakeSlidingNetworks();
  const events: EngineEvent[] = [];
  const { tokens, finished } = await paintSliding(networks, request, new Job(1), (event) => events.push(event));
  expect(finished).toBe(true);
  expect(tokens.includes(EMPTY_TOKEN)).toBe(false);
  const final = tilesOf(events).filter((tile) => tile.final);
  const pixelsOf = await decodeWhole(networks, request.lattice, tokens);
  expect(final.reduce((sum, { rect }) => sum + rect.width * rect.height, 0)).toBe(20 * 40 * 256);
  for (const { rect, pixels } of final) {
    const cells = { x: rect.x / 16, y: rect.y / 16, width: rect.width / 16, height: rect.height / 16 };
    expect(pixels).toEqual(pixelsOf(cells));
  }
  const sampled = events.filter((event) => event.type === 'progress').filter(({ phase }) => phase === 'sample');
  expect(sampled.at(-1)).toMatchObject({ done: 800, total: 800, unit: 'tokens' });
  const told = events.filter((event) => event.type === 'tokens').reduce((sum, { cells }) => sum + cells.length, 0);
  expect(told).toBe(800);
});

test('a picture that is stopped keeps what there is and is not decoded to the end', async () => {
  const job = new Job(1);
  const events: EngineEvent[] = [];
  const { tokens, finished } = await paintSliding(fakeSlidingNetworks(), request, job, (event) => {
    events.push(event);
    if (event.type === 'progress' && event.done === 100) job.cancel();
  });
  expect(finished).toBe(false);
  expect(tokens.filter((token) => token !== EMPTY_TOKEN)).toHaveLength(100);
  expect(tilesOf(events).every((tile) => !tile.final)).toBe(true);
});

test('cells without a token are transparent, and their tiles are not final', async () => {
  const lattice = { rows: 16, columns: 16 };
  const tokens = Int16Array.from({ length: 256 }, (_, cell) => (cell < 40 ? 5 : EMPTY_TOKEN));
  const events: EngineEvent[] = [];
  await sendWhole(fakeSlidingNetworks(), lattice, tokens, new Job(1), (event) => events.push(event));
  const [tile, ...more] = tilesOf(events);
  expect(more).toEqual([]);
  expect(tile!.final).toBe(false);
  const opaque = tile!.pixels.filter((value, at) => at % 4 === 3 && value === 255).length;
  expect(opaque).toBe(40 * 256);
});
