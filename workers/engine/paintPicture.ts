import { cellCount, toLayout } from '../../src/core/lattice.ts';
import type { Rect } from '../../src/core/rect.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import type { EngineEvent, PaintRequest, PaintResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import { ProvisionalBudget } from './provisionalBudget.ts';
import { sampleLattice } from './sampleLattice.ts';
import { TileDecoder } from './tileDecoder.ts';
import { TokenBatch } from './tokenBatch.ts';
import { yieldToMessages } from './yieldToMessages.ts';

export type Send = (event: EngineEvent, transfer?: Transferable[]) => void;

/**
 * Samples a picture and decodes it as it grows: final tiles as soon as their halo is full, provisional ones in between
 * within a bounded share of the time. A cancel takes effect before the next step, and what there is is kept.
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
  const budget = new ProvisionalBudget(total, start);
  const plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
  const decoder = new TileDecoder(networks, lattice);
  const batch = new TokenBatch(lattice.columns, ({ cells, tokens }) =>
    send({ type: 'tokens', jobId, cells, tokens, candidate: 0 }, [cells.buffer, tokens.buffer]),
  );
  let sampled = 0;
  let decoded = 0;
  let firstTile = 0;
  let decoding = 0;
  let costPerCell = 0;

  const decode = async (rect: Rect, tokens: Int16Array, final: boolean) => {
    const before = performance.now();
    const pixels = await decoder.decode(tokens, rect, final);
    const time = performance.now() - before;
    decoding += time;
    if (!final) budget.spend(time);
    costPerCell = time / (rect.width * rect.height);
    if (firstTile === 0) firstTile = performance.now() - start;
    send({ type: 'tile', jobId, rect: toLayout(rect), pixels, final, candidate: 0 }, [pixels.buffer]);
    if (final) {
      decoded += rect.width * rect.height;
      send({ type: 'progress', jobId, phase: 'decode', done: decoded, total, unit: 'cells' });
    }
    await yieldToMessages();
  };
  const decodeFinal = async (tokens: Int16Array) => {
    for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
      await decode(rect, tokens, true);
      if (job.cancelled) return;
    }
  };
  const affordable = (rect: Rect) => budget.affords(costPerCell * rect.width * rect.height, sampled);

  const tokens = await sampleLattice(networks, request, {
    onStep: async (positions, soFar) => {
      for (const { row, column } of positions) plan.fill(row, column);
      sampled += positions.length;
      batch.add(positions, soFar);
      send({ type: 'progress', jobId, phase: 'sample', done: sampled, total, unit: 'tokens' });
      if (sampled < total) await decodeFinal(soFar);
      const rect = sampled < total ? plan.nextProvisional(affordable) : undefined;
      if (rect !== undefined) await decode(rect, soFar, false);
      await yieldToMessages();
      return !job.cancelled;
    },
  });
  batch.flush();
  const sampling = performance.now() - start - decoding;
  if (!job.cancelled) await decodeFinal(tokens);
  return {
    tokens,
    finished: plan.done,
    timing: { sampling, decoding, total: performance.now() - start, firstTile },
  };
}
