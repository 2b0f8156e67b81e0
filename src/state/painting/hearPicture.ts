import { fillGaps } from '../../core/fillGaps.ts';
import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { pictureSize, tileCellPixels, toPicture } from '../../core/picturePixels.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { EngineEvent, TileEvent } from '../../protocol/paintEngine.ts';

/**
 * Gives the cells of a tile that are not decoded yet what the picture shows there. The picture becomes as fine as the tile.
 * @param event its pixels are written in place
 */
export function fillTile(document: PaintDocument, { rect, pixels }: TileEvent): void {
  const cellPixels = tileCellPixels(pixels, rect);
  document.setCellPixels(cellPixels);
  const { width } = pictureSize(document.lattice, cellPixels);
  fillGaps(pixels, toPicture(rect, cellPixels), document.picture, width);
}

/** Writes what a job samples and decodes into a picture that is there already. */
export function hearPicture(document: PaintDocument, event: EngineEvent): void {
  if (event.type === 'tokens') document.putTokens(event.cells, event.tokens);
  if (event.type === 'tile') {
    fillTile(document, event);
    document.putTile(event.rect, event.pixels);
  }
}

/** The last word of a job repeats all tokens, so that nothing depends on any one event. */
export function putMissing(document: PaintDocument, tokens: Int16Array): void {
  const isMissing = (cell: number) => tokens[cell] !== EMPTY_TOKEN && tokens[cell] !== document.tokens[cell];
  const cells = [...tokens.keys()].filter(isMissing);
  if (cells.length === 0) return;
  document.putTokens(
    Uint16Array.from(cells),
    Int16Array.from(cells, (cell) => tokens[cell]!),
  );
}
