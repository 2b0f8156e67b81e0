import { cellCount, latticeRect, type Lattice } from '../src/core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../src/core/picturePixels.ts';
import type { Rect } from '../src/core/rect.ts';
import { followersOf } from '../src/core/region/followers.ts';
import { emptyRegion, markRect, type Region } from '../src/core/region/region.ts';
import { DEFAULT_SETTINGS } from '../src/state/pageState.ts';
import { Job } from '../workers/engine/job.ts';
import { measureLattice } from '../workers/engine/measureLattice.ts';
import { repaintPicture } from '../workers/engine/repaintPicture.ts';
import { TileDecoder } from '../workers/engine/tileDecoder.ts';
import type { Networks } from '../workers/ort/networks.ts';

const HALF_A_CELL = 0.5;

/** A picture of which a part is taken out and completed. */
export interface WholePicture {
  readonly lattice: Lattice;
  /** [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  /** What the model sees of its layout [4 * rows, 4 * columns]. */
  readonly subCells: Uint8Array<ArrayBuffer>;
  readonly mood: number;
  readonly zoom: number;
  readonly guidance: number;
}

/** Sums over the border of the part, and over the kept cells right after it. */
export interface Seam {
  /** Mean difference of the colours of two pixels on either side of the border, 0..255: completed, and as it was. */
  readonly step: number;
  readonly stepBefore: number;
  /** The same of the means of half a cell on either side: a decoder that blends neighbours hides the step, and not this. */
  readonly change: number;
  readonly changeBefore: number;
  /** Nats a token of the kept cells right after the part. */
  readonly nats: number;
  readonly natsBefore: number;
}

/** Completes parts of a picture with the page's own settings. @param parts in shares of the lattice */
export async function seamsOf(networks: Networks, picture: WholePicture, parts: readonly Rect[]): Promise<Seam[]> {
  const { lattice, tokens } = picture;
  const before = await decoded(networks, lattice, tokens);
  const thoughtBefore = await measureLattice(networks, picture, tokens, 1);
  const seams: Seam[] = [];
  for (const [seed, part] of parts.entries()) {
    const region = regionOf(lattice, part);
    const completed = await complete(networks, picture, region, seed + 1);
    const after = await decoded(networks, lattice, completed);
    const thought = await measureLattice(networks, picture, completed, 1);
    const followers = followersOf(region, lattice);
    seams.push({
      step: stepAcross(after, region, lattice, 0),
      stepBefore: stepAcross(before, region, lattice, 0),
      change: stepAcross(after, region, lattice, HALF_A_CELL),
      changeBefore: stepAcross(before, region, lattice, HALF_A_CELL),
      nats: meanWithin(thought.surprise, followers),
      natsBefore: meanWithin(thoughtBefore.surprise, followers),
    });
  }
  return seams;
}

function regionOf(lattice: Lattice, { x, y, width, height }: Rect): Region {
  const { rows, columns } = lattice;
  const region = emptyRegion(lattice);
  const [left, top] = [Math.round(x * columns), Math.round(y * rows)];
  markRect(region, lattice, {
    x: left,
    y: top,
    width: Math.round((x + width) * columns) - left,
    height: Math.round((y + height) * rows) - top,
  });
  return region;
}

async function complete(networks: Networks, picture: WholePicture, region: Region, seed: number) {
  const { lattice, subCells, mood, zoom, tokens, guidance } = picture;
  const settings = { ...DEFAULT_SETTINGS, guidance, seed };
  const request = { jobId: 1, lattice, subCells, mood, zoom, settings, tokens, region, seeds: [seed] };
  const { candidates } = await repaintPicture(networks, request, new Job(1), () => undefined);
  return candidates[0]!.tokens;
}

function decoded(networks: Networks, lattice: Lattice, tokens: Int16Array) {
  return new TileDecoder(networks, lattice).decode(tokens, latticeRect(lattice), true);
}

/**
 * Mean difference of the colours on either side of the region's border.
 * @param reach how much of a cell's side the colours are means of, away from the border; 0: one pixel
 */
function stepAcross(pixels: Uint8ClampedArray, region: Region, lattice: Lattice, reach: number): number {
  const cellPixels = cellPixelsOf(pixels, cellCount(lattice));
  const depth = Math.max(1, reach * cellPixels);
  const { width, height } = pictureSize(lattice, cellPixels);
  const isInside = (x: number, y: number) =>
    region[Math.floor(y / cellPixels) * lattice.columns + Math.floor(x / cellPixels)] === 1;
  let [sum, count] = [0, 0];
  /** Of pixel a and of b, which is the next one, `across` further. */
  const add = (a: number, b: number) => {
    const across = b - a;
    for (let channel = 0; channel < 3; channel++) {
      let difference = 0;
      for (let n = 0; n < depth; n++)
        difference += pixels[4 * (a - n * across) + channel]! - pixels[4 * (b + n * across) + channel]!;
      sum += Math.abs(difference) / depth;
    }
    count += 3;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x + 1 < width && isInside(x, y) !== isInside(x + 1, y)) add(at, at + 1);
      if (y + 1 < height && isInside(x, y) !== isInside(x, y + 1)) add(at, at + width);
    }
  }
  return sum / count;
}

function meanWithin(values: Float32Array, region: Region): number {
  let [sum, count] = [0, 0];
  for (const [cell, inside] of region.entries()) {
    if (inside === 0) continue;
    sum += values[cell]!;
    count++;
  }
  return sum / count;
}
