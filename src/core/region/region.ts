import { cellCount, cellRect, SUB_CELLS, type Lattice } from '../lattice.ts';
import { EMPTY_RECT, unionRect, type Rect } from '../rect.ts';

/**
 * A region: the cells of a lattice that are to be sampled anew, 1 for those and 0 for the ones that are kept, row by
 * row. [rows, columns]
 */
export type Region = Uint8Array<ArrayBuffer>;

export function emptyRegion(lattice: Lattice): Region {
  return new Uint8Array(cellCount(lattice));
}

export function isEmptyRegion(region: Region): boolean {
  return !region.includes(1);
}

/** How many cells it has. */
export function regionSize(region: Region): number {
  return region.reduce((sum, cell) => sum + cell, 0);
}

/** Its cells by index, rising. */
export function cellsOf(region: Region): number[] {
  return [...region.keys()].filter((cell) => region[cell] === 1);
}

/** The smallest rectangle of cells that holds the region; an empty one for an empty region. */
export function boundsOfRegion(region: Region, lattice: Lattice): Rect {
  return cellsOf(region).reduce((bounds, cell) => unionRect(bounds, cellRect(cell, lattice)), EMPTY_RECT);
}

/** Marks the cells of a rectangle; what lies outside the lattice is left out. */
export function markRect(region: Region, { rows, columns }: Lattice, { x, y, width, height }: Rect, value: 0 | 1 = 1) {
  for (let row = Math.max(0, y); row < Math.min(rows, y + height); row++) {
    const start = row * columns;
    const [first, end] = [Math.max(0, x), Math.min(columns, x + width)];
    if (end > first) region.fill(value, start + first, start + end);
  }
}

/** The region and all cells that are no farther than `rim` cells from it, corners included. */
export function growRegion(region: Region, lattice: Lattice, rim: number): Region {
  if (rim <= 0) return region.slice();
  const grown = emptyRegion(lattice);
  for (let cell = 0; cell < region.length; cell++) {
    if (region[cell] === 0) continue;
    const x = (cell % lattice.columns) - rim;
    const y = Math.floor(cell / lattice.columns) - rim;
    markRect(grown, lattice, { x, y, width: 2 * rim + 1, height: 2 * rim + 1 });
  }
  return grown;
}

/**
 * The cells with something of a class in them. Those at its edge have other classes as well: their layout says what stays of those.
 * @param subCells class ids by sub-cell [4 * rows, 4 * columns]
 */
export function regionOfClass(subCells: Uint8Array, lattice: Lattice, classId: number): Region {
  return regionWhere(lattice, (at) => subCells[at] === classId);
}

/**
 * The cells in which the model sees another layout now.
 * @param before class ids by sub-cell [4 * rows, 4 * columns]
 */
export function changedRegion(before: Uint8Array, after: Uint8Array, lattice: Lattice): Region {
  return regionWhere(lattice, (at) => before[at] !== after[at]);
}

/** The cells that have a sub-cell of which something holds. */
function regionWhere(lattice: Lattice, holds: (subCell: number) => boolean): Region {
  const region = emptyRegion(lattice);
  const across = lattice.columns * SUB_CELLS;
  for (let at = 0; at < region.length * SUB_CELLS ** 2; at++) {
    if (!holds(at)) continue;
    const row = Math.floor(Math.floor(at / across) / SUB_CELLS);
    region[row * lattice.columns + Math.floor((at % across) / SUB_CELLS)] = 1;
  }
  return region;
}
