import { EMPTY_TOKEN } from '../core/lattice.ts';
import type { PaintDocument } from '../document/paintDocument.ts';

/** The last word of a job repeats all tokens, so that nothing depends on any one event. */
export function putMissing(document: PaintDocument, tokens: Int16Array): void {
  const cells: number[] = [];
  for (const [cell, token] of tokens.entries()) {
    if (token !== EMPTY_TOKEN && token !== document.tokens[cell]) cells.push(cell);
  }
  if (cells.length === 0) return;
  document.putTokens(
    Uint16Array.from(cells),
    Int16Array.from(cells, (cell) => tokens[cell]!),
  );
}
