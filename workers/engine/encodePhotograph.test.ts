import { expect, test } from 'vitest';
import { PICTURE_CELL_PIXELS } from '../../src/core/picturePixels.ts';
import type { EngineEvent } from '../../src/protocol/paintEngine.ts';
import { ENCODER_CELL_PIXELS } from '../ort/networks.ts';
import { fakeNetworks } from '../testing/fakeNetworks.ts';
import { encodePhotograph } from './encodePhotograph.ts';
import { Job } from './job.ts';

const lattice = { rows: 8, columns: 12 };
const pixels = Uint8ClampedArray.from({ length: 4 * 96 * ENCODER_CELL_PIXELS ** 2 }, (_, at) => (at * 31) % 256);

test('the encoder gets the pixels as planes of -1 to 1, and its tokens are the answer', async () => {
  let seen: Float32Array | undefined;
  const networks = fakeNetworks();
  networks.encode = (_, rgb) => {
    seen = rgb;
    return Promise.resolve(Int32Array.from({ length: 96 }, (__, cell) => cell * 3));
  };
  const events: EngineEvent[] = [];
  const tokens = await encodePhotograph(networks, { lattice, pixels }, new Job(4), (event) => events.push(event));
  expect(tokens).toEqual(Int16Array.from({ length: 96 }, (_, cell) => cell * 3));
  const plane = 96 * ENCODER_CELL_PIXELS ** 2;
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

test.each(PICTURE_CELL_PIXELS)('the encoder sees 16 pixels a cell of a photograph that has %i', async (side) => {
  const width = 12 * side;
  // A grey for each pixel that the encoder sees.
  const greyAt = (x: number, y: number) => (7 * Math.floor((x * 8) / side) + 13 * Math.floor((y * 8) / side)) % 256;
  const photograph = Uint8ClampedArray.from({ length: 4 * 96 * side ** 2 }, (_, at) =>
    greyAt(Math.floor(at / 4) % width, Math.floor(at / 4 / width)),
  );
  let seen = new Float32Array();
  const networks = fakeNetworks({ cellPixels: side });
  networks.encode = (_, rgb) => {
    seen = rgb as Float32Array<ArrayBuffer>;
    return Promise.resolve(new Int32Array(96));
  };
  await encodePhotograph(networks, { lattice, pixels: photograph }, new Job(4), () => undefined);
  expect(seen).toHaveLength(3 * 192 * 128);
  const wrong = seen.findIndex((value, at) => {
    const grey = greyAt(((at % 192) * side) / 16, (Math.floor((at % (192 * 128)) / 192) * side) / 16);
    return Math.abs(value - (grey / 127.5 - 1)) > 1e-6;
  });
  expect(wrong).toBe(-1);
});

test('a job that is stopped before it encodes has no tokens', async () => {
  const job = new Job(5);
  job.cancel();
  await expect(encodePhotograph(fakeNetworks(), { lattice, pixels }, job, () => undefined)).rejects.toMatchObject({
    code: 'ABORTED',
  });
});
