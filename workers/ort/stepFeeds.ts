import type { GraphSession } from './graphSession.ts';
import type { StepBatch } from './networks.ts';
import type { Ort } from './runtime.ts';

/** The inputs of the step graph. @param cache [rows, cacheWidth] */
export function stepFeeds(
  session: GraphSession,
  batch: StepBatch,
  width: number,
  cache: Ort.Tensor,
): Record<string, Ort.Tensor> {
  const { lanes } = batch;
  return {
    features: session.float(batch.features, [lanes, width]),
    left: session.int(batch.left, [lanes]),
    up: session.int(batch.up, [lanes]),
    upright: session.int(batch.upright, [lanes]),
    i: session.int(batch.i, [lanes]),
    j: session.int(batch.j, [lanes]),
    slots: session.int(batch.slots, [lanes, batch.slots.length / lanes]),
    bias: session.float(batch.bias, [lanes, batch.bias.length / lanes]),
    cache,
  };
}
