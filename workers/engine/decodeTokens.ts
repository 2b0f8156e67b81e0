import { EMPTY_TOKEN, latticeRect, toLayout } from '../../src/core/lattice.ts';
import { evenTiles } from '../../src/core/region/evenTiles.ts';
import type { DecodeRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { tilesOfRegion } from './repaintPicture.ts';
import { TileDecoder } from './tileDecoder.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Rows of a tile where no token is waited for. 2048x1024 is then two tiles, and 1.1 times the work of one run of the upsampler. */
const TALLEST = 32;

/** Decodes tokens that are there, tile by tile from the top. Tiles are final if no token is missing. */
export async function decodeTokens(networks: Networks, request: DecodeRequest, job: Job, send: Send): Promise<void> {
  const { lattice, tokens, region } = request;
  const final = !tokens.includes(EMPTY_TOKEN);
  const decoder = new TileDecoder(networks, lattice);
  const tiles =
    region === undefined ? evenTiles(latticeRect(lattice), TALLEST) : tilesOfRegion(networks, region, lattice);
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
