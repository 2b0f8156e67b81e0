import { toLayout } from '../../src/core/lattice.ts';
import { cellView } from '../../src/core/region/cellView.ts';
import type { TryCodesRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { TileDecoder } from './tileDecoder.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Shows a cell and its neighbours with each of some codes in it, by provisional tiles: these are looked at small. */
export async function tryCodes(networks: Networks, request: TryCodesRequest, job: Job, send: Send): Promise<void> {
  const { lattice, cell, codes } = request;
  const view = cellView(cell, lattice);
  const tokens = request.tokens.slice();
  const decoder = new TileDecoder(networks, lattice);
  for (const [candidate, code] of codes.entries()) {
    tokens[cell] = code;
    const pixels = await decoder.decode(tokens, view, false);
    send({ type: 'tile', jobId: job.id, rect: toLayout(view), pixels, final: false, candidate }, [pixels.buffer]);
    await yieldToMessages();
    job.signal.throwIfAborted();
  }
}
