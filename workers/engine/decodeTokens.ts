import { cellCount, EMPTY_TOKEN } from '../../src/core/lattice.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import type { DecodeRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import { toPixels, type Send } from './paintPicture.ts';
import { TileDecoder } from './tileDecoder.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Decodes tokens that are there, tile by tile from the top. Tiles are final if no token is missing. */
export async function decodeTokens(networks: Networks, request: DecodeRequest, job: Job, send: Send): Promise<void> {
  const { lattice, tokens } = request;
  const final = !tokens.includes(EMPTY_TOKEN);
  const total = cellCount(lattice);
  const decoder = new TileDecoder(networks, lattice);
  const plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
  // Nothing more will come: every tile is as final as it gets.
  for (let row = 0; row < lattice.rows; row++) {
    for (let column = 0; column < lattice.columns; column++) plan.fill(row, column);
  }
  let done = 0;
  for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
    const pixels = await decoder.decode(tokens, rect, true);
    send({ type: 'tile', jobId: job.id, rect: toPixels(rect), pixels, final }, [pixels.buffer]);
    done += rect.width * rect.height;
    send({ type: 'progress', jobId: job.id, phase: 'decode', done, total, unit: 'cells' });
    await yieldToMessages();
    job.signal.throwIfAborted();
  }
}
