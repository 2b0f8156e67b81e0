import { extendedLattice, extendMap, type Side } from '../extend.ts';
import { cellCount, LAYOUT_CELL_PIXELS, layoutWidth, type Lattice } from '../lattice.ts';
import { intersectRect, type Rect } from '../rect.ts';
import type { Region } from '../region/region.ts';

/** A photograph's own pixels: what its kept cells show instead of what their tokens decode to. Never written to. */
export interface OwnPixels {
  /** 1 for the cells that are kept. [rows, columns] */
  readonly kept: Region;
  /** RGBA of the whole lattice, opaque where it is kept; what lies outside of that is not looked at. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * How far from the border of the kept part its own pixels are all that is seen. Closer to it more and more of what the
 * decoder made of the same cells shows through, which joins on to the rest without a seam. Less than a cell.
 */
export const BLEND_PIXELS = 12;

const CHANNELS = 4;

/**
 * Lays a photograph's own pixels over a decoded tile.
 * @param rect of the tile, in layout pixels
 * @param tile RGBA [rect.height, rect.width], written in place
 */
export function layOwnPixels({ kept, pixels }: OwnPixels, lattice: Lattice, rect: Rect, tile: Uint8ClampedArray): void {
  const width = layoutWidth(lattice);
  for (
    let row = Math.floor(rect.y / LAYOUT_CELL_PIXELS);
    row < Math.ceil((rect.y + rect.height) / LAYOUT_CELL_PIXELS);
    row++
  ) {
    for (
      let column = Math.floor(rect.x / LAYOUT_CELL_PIXELS);
      column < Math.ceil((rect.x + rect.width) / LAYOUT_CELL_PIXELS);
      column++
    ) {
      if (kept[row * lattice.columns + column] !== 1) continue;
      const [left, top] = [column * LAYOUT_CELL_PIXELS, row * LAYOUT_CELL_PIXELS];
      const part = intersectRect(rect, { x: left, y: top, width: LAYOUT_CELL_PIXELS, height: LAYOUT_CELL_PIXELS });
      const weights = weightsFor(missingAround(kept, lattice, row, column));
      for (let y = part.y; y < part.y + part.height; y++) {
        const from = CHANNELS * (y * width + part.x);
        const to = CHANNELS * ((y - rect.y) * rect.width + part.x - rect.x);
        if (!weights) {
          tile.set(pixels.subarray(from, from + CHANNELS * part.width), to);
          continue;
        }
        const line = (y - top) * LAYOUT_CELL_PIXELS + part.x - left;
        for (let x = 0; x < part.width; x++) {
          mix(tile, to + CHANNELS * x, pixels, from + CHANNELS * x, weights[line + x]!);
        }
      }
    }
  }
}

/** Without some cells: they show what their tokens decode to. @returns undefined where nothing is kept any more */
export function withoutCells(own: OwnPixels, cells: Iterable<number>): OwnPixels | undefined {
  const kept = own.kept.slice();
  for (const cell of cells) kept[cell] = 0;
  return kept.includes(1) ? { ...own, kept } : undefined;
}

/** On a lattice with more cells on one side, none of which is kept. */
export function extendOwnPixels({ kept, pixels }: OwnPixels, lattice: Lattice, side: Side, cells: number): OwnPixels {
  const next = extendedLattice(lattice, side, cells);
  const scale = side === 'left' || side === 'right' ? CHANNELS : 1;
  const area = cellCount(next) * LAYOUT_CELL_PIXELS ** 2;
  return {
    kept: extendMap(kept, lattice.columns, side, cells, new Uint8Array(cellCount(next))),
    pixels: extendMap(
      pixels,
      CHANNELS * layoutWidth(lattice),
      side,
      scale * cells * LAYOUT_CELL_PIXELS,
      new Uint8ClampedArray(CHANNELS * area),
    ),
  };
}

/** The kept part alone: RGBA, transparent elsewhere. */
export function keptPicture({ kept, pixels }: OwnPixels, { columns }: Lattice): Uint8ClampedArray<ArrayBuffer> {
  const picture = pixels.slice();
  const line = CHANNELS * LAYOUT_CELL_PIXELS;
  for (const [cell, isKept] of kept.entries()) {
    if (isKept === 1) continue;
    const start = Math.floor(cell / columns) * LAYOUT_CELL_PIXELS * columns * line + (cell % columns) * line;
    for (let y = 0; y < LAYOUT_CELL_PIXELS; y++)
      picture.fill(0, start + y * columns * line, start + y * columns * line + line);
  }
  return picture;
}

/** What `keptPicture` was made of: a cell is kept if all of it is opaque. @returns undefined where none is */
export function ownPixelsOf(picture: Uint8ClampedArray<ArrayBuffer>, lattice: Lattice): OwnPixels | undefined {
  const kept = new Uint8Array(cellCount(lattice)).fill(1);
  const width = layoutWidth(lattice);
  for (let at = 0; at < picture.length / CHANNELS; at++) {
    if (picture[CHANNELS * at + 3] === 255) continue;
    const row = Math.floor(at / width / LAYOUT_CELL_PIXELS);
    kept[row * lattice.columns + Math.floor((at % width) / LAYOUT_CELL_PIXELS)] = 0;
  }
  return kept.includes(1) ? { kept, pixels: picture } : undefined;
}

function mix(target: Uint8ClampedArray, to: number, source: Uint8ClampedArray, from: number, weight: number): void {
  const share = target[to + 3] === 0 ? 1 : weight;
  for (let channel = 0; channel < 3; channel++) {
    target[to + channel] = share * source[from + channel]! + (1 - share) * target[to + channel]!;
  }
  target[to + 3] = 255;
}

/** The eight cells around one, from the top left, row by row. */
const AROUND = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => ({ dx, dy }))).filter(({ dx, dy }) => dx || dy);

/** Which of the cells around are not kept, a bit each. Beyond the picture's border there is nothing to join on to. */
function missingAround(kept: Region, { rows, columns }: Lattice, row: number, column: number): number {
  let missing = 0;
  for (const [bit, { dx, dy }] of AROUND.entries()) {
    const [y, x] = [row + dy, column + dx];
    if (y >= 0 && x >= 0 && y < rows && x < columns && kept[y * columns + x] !== 1) missing |= 1 << bit;
  }
  return missing;
}

const WEIGHTS = new Map<number, Float32Array>();

/** How much of the own pixels is seen at each pixel of a cell; undefined where it is all. [16, 16] */
function weightsFor(missing: number): Float32Array | undefined {
  if (missing === 0) return undefined;
  let weights = WEIGHTS.get(missing);
  if (!weights) {
    weights = Float32Array.from({ length: LAYOUT_CELL_PIXELS ** 2 }, (_, at) => {
      const [x, y] = [(at % LAYOUT_CELL_PIXELS) + 0.5, Math.floor(at / LAYOUT_CELL_PIXELS) + 0.5];
      const near = AROUND.filter((__, bit) => (missing & (1 << bit)) !== 0).map(({ dx, dy }) =>
        Math.hypot(away(x, dx), away(y, dy)),
      );
      const share = Math.min(1, Math.min(...near) / BLEND_PIXELS);
      return share * share * (3 - 2 * share);
    });
    WEIGHTS.set(missing, weights);
  }
  return weights;
}

/** How far a place within a cell is from the cell before it (-1), itself (0), or after it (1), along one axis. */
function away(at: number, step: number): number {
  if (step === 0) return 0;
  return step < 0 ? at : LAYOUT_CELL_PIXELS - at;
}
