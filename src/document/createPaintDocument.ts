import { ANY } from '../core/classes.ts';
import {
  cellCount,
  cellRect,
  EMPTY_TOKEN,
  isLattice,
  LAYOUT_CELL_PIXELS,
  layoutHeight,
  layoutWidth,
  toCells,
  toLayout,
  type Lattice,
} from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { markRect, type Region } from '../core/region/region.ts';
import { layOwnPixels, withoutCells, type OwnPixels } from '../core/photo/ownPixels.ts';
import { cellPixelsOf, pictureSize, resampled, tileCellPixels, toPicture } from '../core/picturePixels.ts';
import { EMPTY_RECT, containsRect, intersectRect, isEmptyRect, unionRect, wholeRect, type Rect } from '../core/rect.ts';
import type { DocumentContent, DocumentListener, DocumentPart, HeldPicture, PaintDocument } from './paintDocument.ts';

const CHANNELS = 4;

/** An empty document: "any" everywhere, no token, no picture. */
export function createPaintDocument(lattice: Lattice): PaintDocument {
  return new PaintedDocument(lattice);
}

class PaintedDocument implements PaintDocument {
  lattice!: Lattice;
  layout!: Layout;
  tokens!: Int16Array<ArrayBuffer>;
  picture!: Uint8ClampedArray<ArrayBuffer>;
  cellPixels: number = LAYOUT_CELL_PIXELS;
  resampled!: Region;
  own: OwnPixels | undefined;
  held: HeldPicture | undefined;
  revision = { layout: 0, tokens: 0, picture: 0 };
  private readonly listeners = new Set<DocumentListener>();

  constructor(lattice: Lattice) {
    this.replace({ lattice });
  }

  reset(next: DocumentContent): void {
    this.replace(next);
    this.changed('all', this.bounds);
  }

  layoutChanged(rect: Rect): void {
    this.changed('layout', intersectRect(rect, this.bounds));
  }

  putTokens(cells: Uint16Array, tokens: Int16Array): void {
    if (cells.length !== tokens.length || cells.some((cell) => cell >= this.tokens.length)) {
      throw new RangeError(`${tokens.length} tokens do not fit ${cells.length} of ${this.tokens.length} cells.`);
    }
    const other = this.own && cells.filter((cell, n) => this.tokens[cell] !== tokens[n] && this.own?.kept[cell] === 1);
    if (this.own && other?.length) this.own = withoutCells(this.own, other);
    let rect = EMPTY_RECT;
    for (const [n, cell] of cells.entries()) {
      this.tokens[cell] = tokens[n]!;
      rect = unionRect(rect, cellRect(cell, this.lattice));
    }
    this.changed('tokens', toLayout(rect));
  }

  putTile(rect: Rect, pixels: Uint8ClampedArray): void {
    if (!containsRect(this.bounds, rect)) {
      throw new RangeError(`A tile of ${rect.width} x ${rect.height} at ${rect.x}, ${rect.y} does not fit.`);
    }
    this.setCellPixels(tileCellPixels(pixels, rect));
    const tile = this.own ? pixels.slice() : pixels;
    if (this.own) layOwnPixels(this.own, this.lattice, rect, tile);
    const part = toPicture(rect, this.cellPixels);
    const { width } = pictureSize(this.lattice, this.cellPixels);
    const line = part.width * CHANNELS;
    for (let row = 0; row < part.height; row++) {
      const start = ((part.y + row) * width + part.x) * CHANNELS;
      this.picture.set(tile.subarray(row * line, (row + 1) * line), start);
    }
    markRect(this.resampled, this.lattice, toCells(rect), 0);
    this.changed('picture', rect);
  }

  setCellPixels(cellPixels: number): void {
    if (cellPixels === this.cellPixels) return;
    this.picture = resampled(this.picture, this.lattice, cellPixels);
    this.cellPixels = cellPixels;
    this.resampled = Uint8Array.from(this.tokens, (token) => (token === EMPTY_TOKEN ? 0 : 1));
    this.changed('picture', this.bounds);
  }

  putPicture(picture: Uint8ClampedArray): void {
    this.cellPixels = cellPixelsOf(picture, this.tokens.length);
    if (picture.length === this.picture.length) this.picture.set(picture);
    else this.picture = new Uint8ClampedArray(picture);
    this.resampled.fill(0);
    this.changed('picture', this.bounds);
  }

  setOwn(own: OwnPixels | undefined): void {
    if (own === this.own) return;
    this.own = checkedOwn(own, this.tokens.length);
    this.changed('picture', this.bounds);
  }

  setHeld(held: HeldPicture | undefined): void {
    const isOver = this.held !== undefined && held === undefined;
    this.held = held;
    if (isOver) this.changed('picture', this.bounds);
  }

  clearPicture(): void {
    this.tokens.fill(EMPTY_TOKEN);
    this.picture.fill(0);
    this.resampled.fill(0);
    this.own = undefined;
    this.changed('tokens', this.bounds);
    this.changed('picture', this.bounds);
  }

  subscribe(listener: DocumentListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get bounds(): Rect {
    return wholeRect(this.layout);
  }

  private replace({ lattice, layout, tokens, picture, resampled: stale, own }: DocumentContent): void {
    if (!isLattice(lattice)) throw new RangeError(`No lattice: ${lattice.columns} x ${lattice.rows} cells.`);
    const width = layoutWidth(lattice);
    const height = layoutHeight(lattice);
    // All are checked before one is taken: a document is never half replaced.
    const ids = copyOr(layout, new Uint8Array(width * height), ANY);
    const nextTokens = copyOr(tokens, new Int16Array(cellCount(lattice)), EMPTY_TOKEN);
    const nextOwn = checkedOwn(own, nextTokens.length);
    const cellPixels = picture ? cellPixelsOf(picture, nextTokens.length) : this.cellPixels;
    const nextResampled = copyOr(stale, new Uint8Array(nextTokens.length), 0);
    const size = pictureSize(lattice, cellPixels);
    const nextPicture = copyOr(picture, new Uint8ClampedArray(size.width * size.height * CHANNELS), 0);
    this.lattice = { rows: lattice.rows, columns: lattice.columns };
    this.layout = { width, height, ids };
    this.tokens = nextTokens;
    this.picture = nextPicture;
    this.cellPixels = cellPixels;
    this.resampled = nextResampled;
    this.own = nextOwn;
    this.held = undefined;
  }

  private changed(part: DocumentPart, rect: Rect): void {
    if (isEmptyRect(rect)) return;
    const { layout, tokens, picture } = this.revision;
    this.revision = {
      layout: layout + (part === 'layout' || part === 'all' ? 1 : 0),
      tokens: tokens + (part === 'tokens' || part === 'all' ? 1 : 0),
      picture: picture + (part === 'picture' || part === 'all' ? 1 : 0),
    };
    for (const listener of this.listeners) listener(part, rect);
  }
}

function checkedOwn(own: OwnPixels | undefined, cells: number): OwnPixels | undefined {
  if (own && own.kept.length !== cells) {
    throw new RangeError(`Own pixels of ${own.kept.length} cells do not fit ${cells}.`);
  }
  if (own) cellPixelsOf(own.pixels, cells);
  return own;
}

interface NumberArray extends ArrayLike<number> {
  set(values: ArrayLike<number>): void;
  fill(value: number): unknown;
}

/** `target`, which is new and so all zeros, with the values, or filled where there are none. The caller's array stays the caller's. */
function copyOr<T extends NumberArray>(values: ArrayLike<number> | undefined, target: T, otherwise: number): T {
  if (values === undefined) {
    // To write zeros over zeros makes the system find memory for them: 20 to 60 ms for a large picture.
    if (otherwise !== 0) target.fill(otherwise);
  } else if (values.length === target.length) {
    target.set(values);
  } else {
    throw new RangeError(`${values.length} values where the lattice has ${target.length}.`);
  }
  return target;
}
