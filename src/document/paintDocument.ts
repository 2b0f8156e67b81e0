import type { Layout } from '../core/layout.ts';
import type { Lattice } from '../core/lattice.ts';
import type { OwnPixels } from '../core/photo/ownPixels.ts';
import type { Rect } from '../core/rect.ts';

/** Which part of the document changed. */
export type DocumentPart = 'layout' | 'tokens' | 'picture' | 'all';

/** Hears of every change, with the rectangle it touched in layout pixels. */
export type DocumentListener = (part: DocumentPart, rect: Rect) => void;

/** All of a document; what is left out is empty. */
export interface DocumentContent {
  readonly lattice: Lattice;
  readonly layout?: Uint8Array | undefined;
  readonly tokens?: Int16Array | undefined;
  /** RGBA; how many pixels it has says how fine it is. The document's picture stays as fine as it was where there is none. */
  readonly picture?: Uint8ClampedArray | undefined;
  /** Cells whose pixels a decoder of another size made. */
  readonly resampled?: Uint8Array | undefined;
  readonly own?: OwnPixels | undefined;
}

/** A picture as it was before a job began to write over it. */
export type HeldPicture = Pick<PaintDocument, 'tokens' | 'picture' | 'own'>;

/**
 * The painted document: pixels live here and never in the store. `layout`, `tokens` and `picture` are read freely and
 * written through the methods alone, each of which raises the revision and tells the listeners.
 */
export interface PaintDocument {
  readonly lattice: Lattice;
  readonly layout: Layout;
  /** [rows, columns], -1: empty. */
  readonly tokens: Int16Array<ArrayBuffer>;
  /** RGBA of the decoded picture, [cellPixels * rows, cellPixels * columns]; alpha 0 where nothing was decoded yet. */
  readonly picture: Uint8ClampedArray<ArrayBuffer>;
  /** Picture pixels along a cell's side: those of the decoder whose tiles came last. */
  readonly cellPixels: number;
  /** 1 for cells that show what a decoder of another size made of them, until they are decoded anew. [rows, columns] */
  readonly resampled: Uint8Array;
  /** A photograph's own pixels, laid over what its kept cells decode to; undefined where there is no photograph. */
  readonly own: OwnPixels | undefined;
  /** What comes back unless the job under way ends well: the picture to save meanwhile. Undefined while none does. */
  readonly held: HeldPicture | undefined;
  /** Rises with every change. */
  readonly revision: { readonly layout: number; readonly tokens: number; readonly picture: number };
  /** Replaces everything: a new lattice or another document. */
  reset(next: DocumentContent): void;
  /** Tells that `layout.ids` was written within `rect` (tools write in place, for speed). */
  layoutChanged(rect: Rect): void;
  /** Writes tokens of cells, by cell index. A cell whose token becomes another one has no own pixels any more. */
  putTokens(cells: Uint16Array, tokens: Int16Array): void;
  /**
   * Writes decoded pixels, and lays the own pixels over them. The first tile that is finer or coarser than the picture makes
   * the picture so.
   * @param rect whole cells, in layout pixels
   */
  putTile(rect: Rect, pixels: Uint8ClampedArray): void;
  /** Makes the picture as fine as a decoder's tiles; what was there is seen until it is decoded anew. */
  setCellPixels(cellPixels: number): void;
  /** Puts the whole picture back as it was seen, as fine as it was. */
  putPicture(picture: Uint8ClampedArray): void;
  /** Other own pixels; the picture shows them with the next tiles. */
  setOwn(own: OwnPixels | undefined): void;
  /** Says what is to be saved in place of the picture that is there. That it is over is a change of the picture. */
  setHeld(held: HeldPicture | undefined): void;
  /** Before a new job: no tokens, no picture, no own pixels. */
  clearPicture(): void;
  subscribe(listener: DocumentListener): () => void;
}
