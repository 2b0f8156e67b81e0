import { expect, test } from 'vitest';
import { LAYOUT_CELL_PIXELS } from '../../src/core/lattice.ts';
import type { EngineEvent } from '../../src/protocol/paintEngine.ts';
import { fakeNetworks } from '../testing/fakeNetworks.ts';
import { encodePhotograph } from './encodePhotograph.ts';
import { Job } from './job.ts';

const lattice = { rows: 8, columns: 12 };
const pixels = Uint8ClampedArray.from({ length: 4 * 96 * LAYOUT_CELL_PIXELS ** 2 }, (_, at) => (at * 31) % 256);

test('the encoder gets the pixels as planes of -1 to 1, and its tokens are the answer', async () => {
  let seen: Float32Array | undefined;
  const networks = fakeNetworks();
  networks.encode = (_, rgb) => {
    seen = rgb;
    return Promise.resolve(Int32Array.from({ length: 96 }, (__, cell) => cell * 3));
  };
  const events: EngineEvent[] = [];
  const tokens = await encodePhotograph(networks, { jobId: 4, lattice, pixels }, new Job(4), (event) =>
    events.push(event),
  );
  expect(tokens).toEqual(Int16Array.from({ length: 96 }, (_, cell) => cell * 3));
  const plane = 96 * LAYOUT_CELL_PIXELS ** 2;
  expect(seen).toHaveLength(3 * plane);
  for (const at of [0, 1, 4097, plane - 1]) {
    for (let channel = 0; channel < 3; channel++) {
      expect(seen![channel * plane + at]).toBeCloseTo(pixels[4 * at + channel]! / 127.5 - 1, 6);
    }
  }
  expect(events.map((event) => event.type === 'progress' && [event.phase, event.done, event.total])).toEqual([
    ['encode', 0, 96],
    ['encode', 96, 96],
  ]);
});

test('a job that is stopped before it encodes has no tokens', async () => {
  const job = new Job(5);
  job.cancel();
  await expect(
    encodePhotograph(fakeNetworks(), { jobId: 5, lattice, pixels }, job, () => undefined),
  ).rejects.toMatchObject({
    code: 'ABORTED',
  });
});
