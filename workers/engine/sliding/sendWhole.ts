import { cellCount, EMPTY_TOKEN, latticeRect, toLayout, type Lattice } from '../../../src/core/lattice.ts';
import { evenTiles } from '../../../src/core/region/evenTiles.ts';
import type { SlidingNetworks } from '../../ort/slidingNetworks.ts';
import type { Job, Send } from '../job.ts';
import { decodeWhole } from './decodeWhole.ts';

/** Decodes a lattice in one run and sends it in tiles. They are final if no token is missing. */
export async function sendWhole(
  networks: SlidingNetworks,
  lattice: Lattice,
  tokens: Int16Array,
  job: Job,
  send: Send,
): Promise<void> {
  const jobId = job.id;
  const total = cellCount(lattice);
  const final = !tokens.includes(EMPTY_TOKEN);
  send({ type: 'progress', jobId, phase: 'decode', done: 0, total, unit: 'cells' });
  const pixelsOf = await decodeWhole(networks, lattice, tokens);
  let done = 0;
  for (const rect of evenTiles(latticeRect(lattice))) {
    const pixels = pixelsOf(rect);
    send({ type: 'tile', jobId, rect: toLayout(rect), pixels, final, candidate: 0 }, [pixels.buffer]);
    done += rect.width * rect.height;
    send({ type: 'progress', jobId, phase: 'decode', done, total, unit: 'cells' });
  }
}
