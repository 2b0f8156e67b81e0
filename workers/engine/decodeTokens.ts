import { EMPTY_TOKEN, toLayout, type Lattice } from '../../src/core/lattice.ts';
import type { Rect } from '../../src/core/rect.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import type { DecodeRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { tilesOfRegion } from './repaintPicture.ts';
import { TileDecoder } from './tileDecoder.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Decodes tokens that are there, tile by tile from the top. Tiles are final if no token is missing. */
export async function decodeTokens(networks: Networks, request: DecodeRequest, job: Job, send: Send): Promise<void> {
  const { lattice, tokens, region } = request;
  const final = !tokens.includes(EMPTY_TOKEN);
  const decoder = new TileDecoder(networks, lattice);
  const tiles = region === undefined ? allTiles(networks, lattice) : tilesOfRegion(networks, region, lattice);
  const total = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  let done = 0;
  for (const rect of tiles) {
    const pixels = await decoder.decode(tokens, rect, true);
    send({ type: 'tile', jobId: job.id, rect: toLayout(rect), pixels, final, candidate: 0 }, [pixels.buffer]);
    done += rect.width * rect.height;
    send({ type: 'progress', jobId: job.id, phase: 'decode', done, total, unit: 'cells' });
    await yieldToMessages();
    job.signal.throwIfAborted();
  }
}

function allTiles(networks: Networks, lattice: Lattice): Rect[] {
  const plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
  // Nothing more will come: every tile is as final as it gets.
  for (let row = 0; row < lattice.rows; row++) {
    for (let column = 0; column < lattice.columns; column++) plan.fill(row, column);
  }
  const tiles: Rect[] = [];
  for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) tiles.push(rect);
  return tiles;
}
