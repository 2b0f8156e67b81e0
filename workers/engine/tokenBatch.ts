import type { Position } from '../../src/core/wavefront.ts';
import type { TokensEvent } from '../../src/protocol/paintEngine.ts';

/** No more than one event in this time: the page draws no faster. Milliseconds. */
const INTERVAL = 16;

/** Tokens on their way to the page: those sampled since the last event. */
export class TokenBatch {
  private cells: number[] = [];
  private tokens: number[] = [];
  private sentAt = -Infinity;

  constructor(
    private readonly columns: number,
    private readonly send: (event: Pick<TokensEvent, 'cells' | 'tokens'>) => void,
  ) {}

  add(positions: readonly Position[], tokens: Int16Array): void {
    for (const { row, column } of positions) {
      const cell = row * this.columns + column;
      this.cells.push(cell);
      this.tokens.push(tokens[cell]!);
    }
    if (performance.now() - this.sentAt >= INTERVAL) this.flush();
  }

  flush(): void {
    if (this.cells.length === 0) return;
    this.send({ cells: Uint16Array.from(this.cells), tokens: Int16Array.from(this.tokens) });
    this.cells = [];
    this.tokens = [];
    this.sentAt = performance.now();
  }
}
