import { takeFloats, type GraphSession } from './graphSession.ts';
import type { StepBatch, StepCache } from './networks.ts';
import { stepFeeds } from './stepFeeds.ts';

/** The cache as an array of the worker, copied into WASM's memory by each run. */
export class WasmStepCache implements StepCache {
  /** @param cache [rows, cacheWidth], written in place */
  constructor(
    private readonly session: GraphSession,
    private readonly cache: Float32Array<ArrayBuffer>,
    private readonly width: number,
    private readonly cacheWidth: number,
  ) {}

  async step(batch: StepBatch): Promise<Float32Array> {
    const { session, cacheWidth } = this;
    const cache = session.float(this.cache, [this.cache.length / cacheWidth, cacheWidth]);
    const outputs = await session.run(stepFeeds(session, batch, this.width, cache));
    const fresh = takeFloats(outputs, 'new');
    for (let lane = 0; lane < batch.lanes; lane++) {
      const row = fresh.subarray(lane * cacheWidth, (lane + 1) * cacheWidth);
      this.cache.set(row, batch.target[lane]! * cacheWidth);
    }
    return takeFloats(outputs, 'logits');
  }

  dispose(): void {
    // Nothing outside the worker's own memory.
  }
}
