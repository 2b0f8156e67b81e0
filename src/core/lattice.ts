import { scaleRect, type Rect } from './rect.ts';

/** The picture's lattice of cells: `rows` and `columns`, both multiples of 4. A cell holds one token. */
export interface Lattice {
  readonly rows: number;
  readonly columns: number;
}

/** Layout pixels along one side of a cell. A picture may have more or fewer: `picturePixels.ts`. */
export const LAYOUT_CELL_PIXELS = 16;
/** Sub-cells along one side of a cell: the model sees the layout at this resolution. */
export const SUB_CELLS = 4;
/** Layout pixels along one side of a sub-cell. */
export const SUB_CELL_PIXELS = LAYOUT_CELL_PIXELS / SUB_CELLS;
/** A cell without a token. */
export const EMPTY_TOKEN = -1;

export interface LatticeLimits {
  readonly minimum: number;
  readonly maximumLong: number;
  readonly maximumShort: number;
  readonly multiple: number;
}

/** What the model paints at once, where its manifest has not said yet. */
export const LATTICE_LIMITS: LatticeLimits = { minimum: 8, maximumLong: 64, maximumShort: 32, multiple: 4 };

/** What a picture may be: one that was extended is longer than what is painted at once. */
export const PICTURE_LIMITS: LatticeLimits = { ...LATTICE_LIMITS, maximumLong: 192 };

export function cellCount(lattice: Lattice): number {
  return lattice.rows * lattice.columns;
}

export function layoutWidth(lattice: Lattice): number {
  return lattice.columns * LAYOUT_CELL_PIXELS;
}

export function layoutHeight(lattice: Lattice): number {
  return lattice.rows * LAYOUT_CELL_PIXELS;
}

/** Whether it is within the limits, upright or not; those of a picture unless told. */
export function isLattice(lattice: Lattice, limits: LatticeLimits = PICTURE_LIMITS): boolean {
  const { rows, columns } = lattice;
  const long = Math.max(rows, columns);
  const short = Math.min(rows, columns);
  return (
    [rows, columns].every((side) => Number.isInteger(side) && side % limits.multiple === 0) &&
    short >= limits.minimum &&
    short <= limits.maximumShort &&
    long <= limits.maximumLong
  );
}

export function sameLattice(a: Lattice, b: Lattice): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

/** All of its cells. */
export function latticeRect({ rows, columns }: Lattice): Rect {
  return { x: 0, y: 0, width: columns, height: rows };
}

/** The place of a cell, in cells. */
export function cellRect(cell: number, { columns }: Lattice): Rect {
  return { x: cell % columns, y: Math.floor(cell / columns), width: 1, height: 1 };
}

/** Cells to layout pixels. */
export function toLayout(cells: Rect): Rect {
  return scaleRect(cells, LAYOUT_CELL_PIXELS);
}

/** Layout pixels to cells. @param rect whole cells */
export function toCells(rect: Rect): Rect {
  return scaleRect(rect, 1 / LAYOUT_CELL_PIXELS);
}
