import { ANY } from '../core/classes.ts';
import { cellCount, LAYOUT_CELL_PIXELS, EMPTY_TOKEN, isLattice, layoutHeight, layoutWidth } from '../core/lattice.ts';
import type { Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { layOwnPixels, withoutCells, type OwnPixels } from '../core/photo/ownPixels.ts';
import { containsRect, EMPTY_RECT, intersectRect, isEmptyRect, unionRect, type Rect } from '../core/rect.ts';
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
    const { columns } = this.lattice;
    const other = this.own && cells.filter((cell, n) => this.tokens[cell] !== tokens[n] && this.own?.kept[cell] === 1);
    if (this.own && other?.length) this.own = withoutCells(this.own, other);
    let rect = EMPTY_RECT;
    for (const [n, cell] of cells.entries()) {
      this.tokens[cell] = tokens[n]!;
      const x = (cell % columns) * LAYOUT_CELL_PIXELS;
      const y = Math.floor(cell / columns) * LAYOUT_CELL_PIXELS;
      rect = unionRect(rect, { x, y, width: LAYOUT_CELL_PIXELS, height: LAYOUT_CELL_PIXELS });
    }
    this.changed('tokens', rect);
  }

  putTile(rect: Rect, pixels: Uint8ClampedArray): void {
    const line = rect.width * CHANNELS;
    if (!containsRect(this.bounds, rect) || pixels.length !== line * rect.height) {
      throw new RangeError(`A tile of ${rect.width} x ${rect.height} at ${rect.x}, ${rect.y} does not fit.`);
    }
    const tile = this.own ? pixels.slice() : pixels;
    if (this.own) layOwnPixels(this.own, this.lattice, rect, tile);
    for (let row = 0; row < rect.height; row++) {
      const start = ((rect.y + row) * this.layout.width + rect.x) * CHANNELS;
      this.picture.set(tile.subarray(row * line, (row + 1) * line), start);
    }
    this.changed('picture', rect);
  }

  putPicture(picture: Uint8ClampedArray): void {
    copyOr(picture, this.picture, 0);
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
    this.own = undefined;
    this.changed('tokens', this.bounds);
    this.changed('picture', this.bounds);
  }

  subscribe(listener: DocumentListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get bounds(): Rect {
    return { x: 0, y: 0, width: this.layout.width, height: this.layout.height };
  }

  private replace({ lattice, layout, tokens, picture, own }: DocumentContent): void {
    if (!isLattice(lattice)) throw new RangeError(`No lattice: ${lattice.columns} x ${lattice.rows} cells.`);
    const width = layoutWidth(lattice);
    const height = layoutHeight(lattice);
    const pixels = width * height;
    // All are checked before one is taken: a document is never half replaced.
    const ids = copyOr(layout, new Uint8Array(pixels), ANY);
    const nextTokens = copyOr(tokens, new Int16Array(cellCount(lattice)), EMPTY_TOKEN);
    const nextPicture = copyOr(picture, new Uint8ClampedArray(pixels * CHANNELS), 0);
    const nextOwn = checkedOwn(own, nextTokens.length);
    this.lattice = { rows: lattice.rows, columns: lattice.columns };
    this.layout = { width, height, ids };
    this.tokens = nextTokens;
    this.picture = nextPicture;
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
  if (own && (own.kept.length !== cells || own.pixels.length !== cells * LAYOUT_CELL_PIXELS ** 2 * CHANNELS)) {
    throw new RangeError(`Own pixels of ${own.kept.length} cells do not fit ${cells}.`);
  }
  return own;
}

interface NumberArray extends ArrayLike<number> {
  set(values: ArrayLike<number>): void;
  fill(value: number): unknown;
}

/** `target` with the values, or filled where there are none. The caller's array stays the caller's. */
function copyOr<T extends NumberArray>(values: ArrayLike<number> | undefined, target: T, otherwise: number): T {
  if (values === undefined) {
    target.fill(otherwise);
  } else if (values.length === target.length) {
    target.set(values);
  } else {
    throw new RangeError(`${values.length} values where the lattice has ${target.length}.`);
  }
  return target;
}
