import { MASKED } from '../../src/core/ringCache.ts';
import { WINDOW_POSITIONS } from '../../src/core/slidingWindow.ts';
import { takeFloats, type GraphSession } from './graphSession.ts';
import type { WindowCache } from './slidingNetworks.ts';

/** The cache as an array of the worker, of which each run is given the positions that are there. */
export class OrtWindowCache implements WindowCache {
  private readonly rows: Float32Array;
  private count: number;

  constructor(
    private readonly session: GraphSession,
    private readonly cacheWidth: number,
    initial: Float32Array = new Float32Array(),
  ) {
    this.rows = new Float32Array(WINDOW_POSITIONS * cacheWidth);
    this.rows.set(initial);
    this.count = initial.length / cacheWidth;
  }

  clear(): void {
    this.count = 0;
  }

  read(position: number): Float32Array {
    return this.rows.subarray(position * this.cacheWidth, (position + 1) * this.cacheWidth);
  }

  async append(codes: Int32Array): Promise<Float32Array> {
    const { session, cacheWidth, count } = this;
    const length = codes.length;
    if (count + length > WINDOW_POSITIONS) throw new RangeError('A window does not have so many positions.');
    // Not every backend takes a tensor without rows: where nothing is there yet one row is given, and masked.
    const past = Math.max(1, count);
    const outputs = await session.run({
      codes: session.int(codes, [length]),
      positions: session.int(
        Int32Array.from({ length }, (_, n) => count + n),
        [length],
      ),
      cache: session.float(this.rows.subarray(0, past * cacheWidth), [past, cacheWidth]),
      bias: session.float(biasOf(length, past, count === 0), [length, past + length]),
    });
    this.rows.set(takeFloats(outputs, 'new'), count * cacheWidth);
    this.count += length;
    return takeFloats(outputs, 'logits');
  }
}

/** A position sees what is before it, and itself. [length, past + length] */
function biasOf(length: number, past: number, isEmpty: boolean): Float32Array {
  const bias = new Float32Array(length * (past + length));
  for (let n = 0; n < length; n++) {
    const row = bias.subarray(n * (past + length), (n + 1) * (past + length));
    row.fill(MASKED, past + n + 1);
    if (isEmpty) row.fill(MASKED, 0, past);
  }
  return bias;
}
