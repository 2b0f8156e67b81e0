import { cellCount, toLayout } from '../../../src/core/lattice.ts';
import type { Rect } from '../../../src/core/rect.ts';
import { TilePlan } from '../../../src/core/tilePlan.ts';
import type { PaintRequest, PaintResult } from '../../../src/protocol/paintEngine.ts';
import type { SlidingNetworks } from '../../ort/slidingNetworks.ts';
import type { Job, Send } from '../job.ts';
import { ProvisionalBudget } from '../provisionalBudget.ts';
import { TokenBatch } from '../tokenBatch.ts';
import { yieldToMessages } from '../yieldToMessages.ts';
import { decodeProvisional } from './decodeWhole.ts';
import { sampleSliding } from './sampleSliding.ts';
import { sendWhole } from './sendWhole.ts';

/**
 * Samples a picture with a window that slides, shows provisional tiles within a bounded share of the time, and decodes
 * the whole at the end. A cancel takes effect before the next run of a network, and what there is is kept.
 */
export async function paintSliding(
  networks: SlidingNetworks,
  request: PaintRequest,
  job: Job,
  send: Send,
): Promise<PaintResult> {
  const { lattice } = request;
  const jobId = job.id;
  const total = cellCount(lattice);
  const start = performance.now();
  const budget = new ProvisionalBudget(total, start);
  const plan = new TilePlan(lattice, lattice.rows);
  const batch = new TokenBatch(lattice.columns, ({ cells, tokens }) =>
    send({ type: 'tokens', jobId, cells, tokens, candidate: 0 }, [cells.buffer, tokens.buffer]),
  );
  let sampled = 0;
  let decoding = 0;
  let firstTile = 0;
  let cost = 0;

  const timed = async <T>(decode: () => Promise<T>): Promise<T> => {
    const before = performance.now();
    const result = await decode();
    cost = performance.now() - before;
    decoding += cost;
    budget.spend(cost);
    if (firstTile === 0) firstTile = performance.now() - start;
    return result;
  };
  const show = async (rect: Rect, tokens: Int16Array) => {
    const pixels = await timed(() => decodeProvisional(networks, lattice, tokens, rect));
    send({ type: 'tile', jobId, rect: toLayout(rect), pixels, final: false, candidate: 0 }, [pixels.buffer]);
  };

  const tokens = await sampleSliding(networks, request, async (positions, soFar) => {
    for (const { row, column } of positions) plan.fill(row, column);
    sampled += positions.length;
    batch.add(positions, soFar);
    if (positions.length > 0) {
      send({ type: 'progress', jobId, phase: 'sample', done: sampled, total, unit: 'tokens' });
      const rect = sampled < total ? plan.nextProvisional(() => budget.affords(cost, sampled)) : undefined;
      if (rect !== undefined) await show(rect, soFar);
    }
    await yieldToMessages();
    return !job.cancelled;
  });
  batch.flush();
  const sampling = performance.now() - start - decoding;
  if (!job.cancelled) await timed(() => sendWhole(networks, lattice, tokens, job, send));
  return {
    tokens,
    finished: sampled === total && !job.cancelled,
    timing: { sampling, decoding, total: performance.now() - start, firstTile },
  };
}
