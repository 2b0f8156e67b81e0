import { windowSize, type AttentionWindow } from './attentionWindow.ts';
import type { Lattice } from './lattice.ts';
import { lagOf, type Position } from './wavefront.ts';

/** What `bias` holds for a position that is not there. */
export const MASKED = -1e9;

/**
 * How many rows of the lattice the cache holds: those of the window, and as many as are begun while the last reader of a
 * key is still to come. A position is last read `left` columns on in the row that has it at the top of its window; a
 * wavefront that lags less than that is by then in more than one row below.
 */
export function ringRows(window: AttentionWindow, columns: number): number {
  const lastReader = Math.min(window.left, columns - 1);
  return window.rows + Math.max(1, Math.ceil(lastReader / lagOf(columns, window)));
}

/**
 * Where the keys and values of a lattice's positions lie in the cache tensor, for one stream of them: the last rows of
 * the lattice as a ring. Safe for the wavefront and for raster order: a row of the cache is overwritten no earlier than
 * in the step of its last reader, and a step reads before it writes.
 */
export class RingCache {
  /** Rows of the cache tensor for one stream. */
  readonly slots: number;
  /** Positions of the window before its own: what `slots` holds a lane, and `bias` but for one. */
  readonly size: number;
  private readonly rows: number;

  constructor(
    private readonly window: AttentionWindow,
    private readonly lattice: Lattice,
  ) {
    this.rows = ringRows(window, lattice.columns);
    this.slots = this.rows * lattice.columns;
    this.size = windowSize(window);
  }

  /** The cache row of a position. */
  slotOf({ row, column }: Position): number {
    return (row % this.rows) * this.lattice.columns + column;
  }

  /**
   * Writes one lane's window, in raster order: cache rows into `slots` [size] and 0 or -1e9 into `bias` [size + 1].
   * Where the window leaves the lattice the slot is `base` (any row that exists; the bias masks it). The last bias is
   * the position itself.
   * @param base the first cache row of the lane's stream
   */
  writeWindow(position: Position, base: number, slots: Int32Array, bias: Float32Array): void {
    const { rows, left, right } = this.window;
    let n = 0;
    for (let row = position.row - rows; row <= position.row; row++) {
      const last = row === position.row ? position.column - 1 : position.column + right;
      for (let column = position.column - left; column <= last; column++, n++) {
        const there = row >= 0 && column >= 0 && column < this.lattice.columns;
        slots[n] = there ? base + this.slotOf({ row, column }) : base;
        bias[n] = there ? 0 : MASKED;
      }
    }
    bias[n] = 0;
  }
}
