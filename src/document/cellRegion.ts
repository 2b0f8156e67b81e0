import { EMPTY_TOKEN, sameLattice, type Lattice } from '../core/lattice.ts';
import type { Point } from '../core/point.ts';
import { markPath } from '../core/region/markPath.ts';
import { emptyRegion, markRect, regionSize, type Region } from '../core/region/region.ts';
import type { Rect } from '../core/rect.ts';
import type { PaintDocument } from './paintDocument.ts';

/** The cells of the picture that a person has marked, to have them sampled anew. Not a part of the work: undo leaves it. */
export interface CellRegion {
  /** Read freely, written through the methods alone. */
  readonly cells: Region;
  readonly size: number;
  subscribe(listener: () => void): () => void;
  /** Marks, or takes away, what a disc touches on its way. In layout pixels. */
  markPath(from: Point, to: Point, size: number, value: 0 | 1): void;
  /** Marks these cells and no others. */
  set(cells: Region): void;
  /** Marks, or takes away, the cells of a rectangle. */
  markRect(rect: Rect, value: 0 | 1): void;
  /** Marks a rectangle of cells and no others. */
  setRect(rect: Rect): void;
  invert(): void;
  clear(): void;
}

export function createCellRegion(document: PaintDocument): CellRegion {
  const listeners = new Set<() => void>();
  let lattice: Lattice = document.lattice;
  let cells = emptyRegion(lattice);
  let size = 0;

  document.subscribe((part) => {
    if (part !== 'all') return;
    // Undo may bring the same lattice back; what was marked on another one means nothing on it.
    const fits = sameLattice(lattice, document.lattice) && document.tokens.some((token) => token !== EMPTY_TOKEN);
    lattice = document.lattice;
    if (!fits) put(emptyRegion(lattice));
  });

  function put(next: Region): void {
    cells = next;
    size = regionSize(next);
    for (const listener of listeners) listener();
  }

  return {
    get cells() {
      return cells;
    },
    get size() {
      return size;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    markPath(from, to, diameter, value) {
      if (markPath(cells, lattice, from, to, diameter, value)) put(cells);
    },
    set(next) {
      if (next.length !== cells.length)
        throw new RangeError(`${next.length} cells where the lattice has ${cells.length}.`);
      put(next.slice());
    },
    markRect(rect, value) {
      markRect(cells, lattice, rect, value);
      put(cells);
    },
    setRect(rect) {
      const next = emptyRegion(lattice);
      markRect(next, lattice, rect);
      put(next);
    },
    invert: () => put(cells.map((cell) => 1 - cell)),
    clear: () => put(emptyRegion(lattice)),
  };
}
