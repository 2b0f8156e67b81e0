import { fillGaps } from '../core/fillGaps.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { EngineEvent } from '../protocol/paintEngine.ts';

/** Writes what a job samples and decodes into a picture that is there already. */
export function hearPicture(document: PaintDocument, event: EngineEvent): void {
  if (event.type === 'tokens') document.putTokens(event.cells, event.tokens);
  if (event.type === 'tile') {
    fillGaps(event.pixels, event.rect, document.picture, document.layout.width);
    document.putTile(event.rect, event.pixels);
  }
}
