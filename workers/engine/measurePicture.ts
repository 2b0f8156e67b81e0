import { cellCount } from '../../src/core/lattice.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import { BEST_CODES, type MeasureRequest, type MeasureResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import { measureLattice } from './measureLattice.ts';
import type { Send } from './paintPicture.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** What the model thinks of a picture, cell by cell. Half of an answer is none: a cancelled job is rejected. */
export async function measurePicture(
  networks: Networks,
  request: MeasureRequest,
  job: Job,
  send: Send,
): Promise<MeasureResult> {
  const total = cellCount(request.lattice);
  let done = 0;
  const result = await measureLattice(networks, request, request.tokens, BEST_CODES, async (positions) => {
    done += positions.length;
    send({ type: 'progress', jobId: job.id, phase: 'sample', done, total, unit: 'tokens' });
    await yieldToMessages();
    return !job.cancelled;
  });
  if (done < total) throw new EngineError('ABORTED', 'The job was stopped.');
  return result;
}
