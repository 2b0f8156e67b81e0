import { describe, expect, it } from 'vitest';
import { LAYOUT_CELL_PIXELS, cellCount } from '../../src/core/lattice.ts';
import type { EngineEvent } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import { fakeNetworks } from '../testing/fakeNetworks.ts';
import { Job } from './job.ts';
import { paintPicture } from './paintPicture.ts';

const lattice = { rows: 20, columns: 8 };
const request = {
  lattice,
  subCells: new Uint8Array(16 * cellCount(lattice)).fill(3),
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 20, topP: 1, guidance: 1, seed: 4 },
};

/** Networks whose decoder is another worker's, and answers when it is told to. */
function besideNetworks() {
  const waiting: (() => void)[] = [];
  let open = false;
  const networks: Networks = {
    ...fakeNetworks(),
    decodesBeside: true,
    upsample: async ({ rows, columns }) => {
      if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
      return new Float32Array(3 * rows * columns * LAYOUT_CELL_PIXELS ** 2);
    },
  };
  const release = () => {
    open = true;
    for (const resolve of waiting) resolve();
  };
  return { networks, waiting, release };
}

function heard() {
  const events: EngineEvent[] = [];
  const sampled = () => {
    const progress = events.findLast((event) => event.type === 'progress' && event.phase === 'sample');
    return progress?.type === 'progress' ? progress.done : 0;
  };
  return { events, sampled, send: (event: EngineEvent) => void events.push(event) };
}

describe('a picture whose decoder is another worker’s', () => {
  it('is sampled to its end while the first tile is being decoded, and ends with all of its tiles', async () => {
    const { networks, waiting, release } = besideNetworks();
    const { events, sampled, send } = heard();
    const painting = paintPicture(networks, request, new Job(1), send);
    await expect.poll(sampled).toBe(cellCount(lattice));
    expect(waiting).toHaveLength(1);
    release();
    const { finished } = await painting;
    expect(finished).toBe(true);
    const final = events.flatMap((event) => (event.type === 'tile' && event.final ? [event.rect] : []));
    const pixels = final.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(pixels).toBe(cellCount(lattice) * LAYOUT_CELL_PIXELS ** 2);
  });

  it('keeps what there is when it is stopped, and tells nothing after its end', async () => {
    const { networks, release } = besideNetworks();
    const { events, sampled, send } = heard();
    const job = new Job(1);
    const painting = paintPicture(networks, request, job, (event) => {
      send(event);
      if (sampled() >= 40) job.cancel();
    });
    await expect.poll(() => job.cancelled).toBe(true);
    release();
    const { tokens, finished } = await painting;
    expect(finished).toBe(false);
    expect(tokens.includes(-1)).toBe(true);
    const told = events.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events).toHaveLength(told);
  });

  it('fails as a whole when its decoder does', async () => {
    const { networks } = besideNetworks();
    networks.upsample = () => Promise.reject(new Error('no memory'));
    await expect(paintPicture(networks, request, new Job(1), () => undefined)).rejects.toThrow('no memory');
  });

  it('is decoded by both workers once it is sampled, and stopped in the middle of that is not finished', async () => {
    const square = { rows: 16, columns: 16 };
    const given = { ...request, lattice: square, subCells: new Uint8Array(16 * cellCount(square)).fill(3) };
    for (const stops of [false, true]) {
      const job = new Job(1);
      const flat: Networks['upsample'] = ({ rows, columns }) =>
        Promise.resolve(new Float32Array(3 * rows * columns * LAYOUT_CELL_PIXELS ** 2));
      let helped = 0;
      const networks: Networks = {
        ...besideNetworks().networks,
        upsample: async (...asked) => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          return flat(...asked);
        },
        helper: () =>
          Promise.resolve({
            upsample: (...asked) => {
              helped++;
              if (stops) job.cancel();
              return flat(...asked);
            },
          }),
      };
      const { events, send } = heard();
      const { finished } = await paintPicture(networks, given, job, send);
      expect(helped).toBeGreaterThan(0);
      const final = events.flatMap((event) => (event.type === 'tile' && event.final ? [event.rect] : []));
      const pixels = final.reduce((sum, { width, height }) => sum + width * height, 0);
      expect(finished).toBe(pixels === cellCount(square) * LAYOUT_CELL_PIXELS ** 2);
      expect(finished || stops).toBe(true);
    }
  });
});
