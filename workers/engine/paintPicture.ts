import { cellCount } from '../../src/core/lattice.ts';
import type { PaintRequest, PaintResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import { GrowingPicture } from './growingPicture.ts';
import type { Job, Send } from './job.ts';
import { sampleLattice } from './sampleLattice.ts';
import { TokenBatch } from './tokenBatch.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/**
 * Samples a picture and decodes it as it grows. A cancel takes effect before the next step, and what there is is kept.
 */
export async function paintPicture(
  networks: Networks,
  request: PaintRequest,
  job: Job,
  send: Send,
): Promise<PaintResult> {
  const { lattice } = request;
  const jobId = job.id;
  const total = cellCount(lattice);
  const start = performance.now();
  const picture = new GrowingPicture(networks, lattice, job, send, start);
  const batch = new TokenBatch(lattice.columns, ({ cells, tokens }) =>
    send({ type: 'tokens', jobId, cells, tokens, candidate: 0 }, [cells.buffer, tokens.buffer]),
  );
  let sampled = 0;
  const tokens = await sampleLattice(networks, request, {
    onStep: async (positions, soFar) => {
      sampled += positions.length;
      batch.add(positions, soFar);
      send({ type: 'progress', jobId, phase: 'sample', done: sampled, total, unit: 'tokens' });
      await picture.grow(positions, soFar);
      await yieldToMessages();
      return !job.cancelled;
    },
  });
  batch.flush();
  const sampling = performance.now() - start - (networks.decodesBeside ? 0 : picture.decoding);
  await picture.finish(tokens);
  const { decoding, firstTile, done: finished } = picture;
  return { tokens, finished, timing: { sampling, decoding, total: performance.now() - start, firstTile } };
}
