import { extendedLattice, extendMap, extendPixels, type Side } from '../extend.ts';
import { cellCount, toCells, type Lattice } from '../lattice.ts';
import { cellPixelsOf, pictureSize, tileCellPixels } from '../picturePixels.ts';
import type { Rect, Size } from '../rect.ts';
import type { Region } from '../region/region.ts';

/** A photograph's own pixels: what its kept cells show instead of what their tokens decode to. Never written to. */
export interface OwnPixels {
  /** 1 for the cells that are kept. [rows, columns] */
  readonly kept: Region;
  /** RGBA of the whole lattice, opaque where it is kept; what lies outside of that is not looked at. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * How far from the border of the kept part its own pixels are all that is seen, as a share of a cell's side. Closer to it more
 * and more of what the decoder made of the same cells shows through, which joins on to the rest without a seam.
 */
export const BLEND = 0.75;

const CHANNELS = 4;

/**
 * Lays a photograph's own pixels over a decoded tile. Where they have another size than the tile they are scaled to it.
 * @param rect of the tile: whole cells, in layout pixels
 * @param tile RGBA, written in place
 */
export function layOwnPixels(own: OwnPixels, lattice: Lattice, rect: Rect, tile: Uint8ClampedArray): void {
  const { kept } = own;
  const { rows, columns } = lattice;
  const side = tileCellPixels(tile, rect);
  const cells = toCells(rect);
  const stride = cells.width * side;
  const source = sourceOf(own, lattice, side);
  for (let row = cells.y; row < Math.min(rows, cells.y + cells.height); row++) {
    for (let column = cells.x; column < cells.x + cells.width; column++) {
      if (kept[row * columns + column] !== 1) continue;
      const weights = weightsFor(missingAround(kept, lattice, row, column), side);
      const [left, top] = [(column - cells.x) * side, (row - cells.y) * side];
      for (let y = 0; y < side; y++) {
        const line = source(column * side, row * side + y);
        const to = CHANNELS * ((top + y) * stride + left);
        if (!weights) {
          tile.set(line, to);
          continue;
        }
        for (let x = 0; x < side; x++) mix(tile, to + CHANNELS * x, line, CHANNELS * x, weights[y * side + x]!);
      }
    }
  }
}

/** Gives a cell's lines of own pixels, `side` of them to a cell. The array of a scaled line is written anew each time. */
function sourceOf({ kept, pixels }: OwnPixels, lattice: Lattice, side: number) {
  const cellPixels = cellPixelsOf(pixels, kept.length);
  const { width, height } = pictureSize(lattice, cellPixels);
  if (cellPixels === side) {
    return (x: number, y: number) => pixels.subarray(CHANNELS * (y * width + x), CHANNELS * (y * width + x + side));
  }
  const line = new Uint8ClampedArray(CHANNELS * side);
  const scale = cellPixels / side;
  return (x: number, y: number) => {
    scaleLine(line, pixels, { width, height }, x, y, scale);
    return line;
  };
}

/** One line of a picture at another size, between its four nearest pixels. @param scale pixels of it to one of the line */
function scaleLine(
  line: Uint8ClampedArray,
  pixels: Uint8ClampedArray,
  { width, height }: Size,
  left: number,
  y: number,
  scale: number,
): void {
  const above = Math.max(0, (y + 0.5) * scale - 0.5);
  const upper = CHANNELS * Math.floor(above) * width;
  const lower = CHANNELS * Math.min(height - 1, Math.floor(above) + 1) * width;
  const down = above - Math.floor(above);
  for (let x = 0; x < line.length / CHANNELS; x++) {
    const at = Math.max(0, (left + x + 0.5) * scale - 0.5);
    const from = CHANNELS * Math.floor(at);
    const next = CHANNELS * Math.min(width - 1, Math.floor(at) + 1);
    const right = at - Math.floor(at);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const top = pixels[upper + from + channel]! * (1 - right) + pixels[upper + next + channel]! * right;
      const bottom = pixels[lower + from + channel]! * (1 - right) + pixels[lower + next + channel]! * right;
      line[CHANNELS * x + channel] = top * (1 - down) + bottom * down;
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
  const next = new Uint8Array(cellCount(extendedLattice(lattice, side, cells)));
  return {
    kept: extendMap(kept, lattice.columns, side, cells, next),
    pixels: extendPixels(pixels, lattice, side, cells),
  };
}

/** The kept part alone: RGBA, transparent elsewhere. */
export function keptPicture({ kept, pixels }: OwnPixels, lattice: Lattice): Uint8ClampedArray<ArrayBuffer> {
  const picture = pixels.slice();
  const { columns } = lattice;
  const cellPixels = cellPixelsOf(pixels, kept.length);
  const line = CHANNELS * cellPixels;
  for (const [cell, isKept] of kept.entries()) {
    if (isKept === 1) continue;
    const start = Math.floor(cell / columns) * cellPixels * columns * line + (cell % columns) * line;
    for (let y = 0; y < cellPixels; y++) picture.fill(0, start + y * columns * line, start + y * columns * line + line);
  }
  return picture;
}

/** What `keptPicture` was made of: a cell is kept if all of it is opaque. @returns undefined where none is */
export function ownPixelsOf(picture: Uint8ClampedArray<ArrayBuffer>, lattice: Lattice): OwnPixels | undefined {
  const kept = new Uint8Array(cellCount(lattice)).fill(1);
  const cellPixels = cellPixelsOf(picture, kept.length);
  const { width } = pictureSize(lattice, cellPixels);
  for (let at = 0; at < picture.length / CHANNELS; at++) {
    if (picture[CHANNELS * at + 3] === 255) continue;
    const row = Math.floor(at / width / cellPixels);
    kept[row * lattice.columns + Math.floor((at % width) / cellPixels)] = 0;
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

/**
 * How much of the own pixels is seen at each pixel of a cell; undefined where it is all.
 * @returns [side, side]
 */
function weightsFor(missing: number, side: number): Float32Array | undefined {
  if (missing === 0) return undefined;
  const key = (side << AROUND.length) | missing;
  let weights = WEIGHTS.get(key);
  if (!weights) {
    weights = Float32Array.from({ length: side ** 2 }, (_, at) => {
      const [x, y] = [((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side];
      const near = AROUND.filter((__, bit) => (missing & (1 << bit)) !== 0).map(({ dx, dy }) =>
        Math.hypot(away(x, dx), away(y, dy)),
      );
      const share = Math.min(1, Math.min(...near) / BLEND);
      return share * share * (3 - 2 * share);
    });
    WEIGHTS.set(key, weights);
  }
  return weights;
}

/** How far a place within a cell, 0..1, is from the cell before it (-1), itself (0), or after it (1), along one axis. */
function away(at: number, step: number): number {
  if (step === 0) return 0;
  return step < 0 ? at : 1 - at;
}
