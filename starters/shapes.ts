import type { Layout } from '../src/core/layout.ts';
import { noise } from '../src/core/noise.ts';

/** Paints itself over what is there. Places and sizes are shares of the picture's width and height. */
export type Shape = (layout: Layout) => void;

const CLOUDS = 2;
const OCTAVES = 6;

/** A smooth wave of octaves in -1..1; `rough` is how much of each octave the next one keeps. */
function wave(x: number, seed: number, rough: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < OCTAVES; octave++, weight *= rough) {
    const at = x * 3 * 2 ** octave;
    const left = noise(seed, octave, Math.floor(at));
    const right = noise(seed, octave, Math.floor(at) + 1);
    const t = at - Math.floor(at);
    sum += weight * (left + (right - left) * t * t * (3 - 2 * t));
    total += weight;
  }
  return (2 * sum) / total - 1;
}

interface RidgeOptions {
  /** Where its upper edge runs, 0 at the top. */
  readonly at: number;
  readonly height?: number;
  readonly seed?: number;
  readonly rough?: number;
  /** From where to where it stands; it falls off at both ends. */
  readonly from?: number;
  readonly to?: number;
}

/** Everything below an upper edge. */
export function ridge(id: number, { at, height = 0, seed = 0, rough = 0.4, from, to }: RidgeOptions): Shape {
  return ({ width, height: rows, ids }) => {
    for (let x = 0; x < width; x++) {
      const u = x / width;
      if ((from !== undefined && u < from) || (to !== undefined && u > to)) continue;
      const edge = from === undefined || to === undefined ? 1 : Math.min(1, 6 * (u - from), 6 * (to - u));
      const top = at + height * (wave((u * width) / 512, seed, rough) * 0.5 + (1 - edge));
      for (let y = Math.max(0, Math.round(top * rows)); y < rows; y++) ids[y * width + x] = id;
    }
  };
}

/** A bank of clouds. */
export function clouds({ at, size, seed }: { at: number; size: number; seed: number }): Shape {
  return ({ width, height, ids }) => {
    for (let x = 0; x < width; x++) {
      const u = (x / width) * (width / 512);
      const middle = at + 0.06 * wave(u, seed, 0.5);
      const half = size * Math.max(0, wave(u + 9, seed + 1, 0.5) * 0.6 + 0.25);
      for (let y = Math.round((middle - half) * height); y < (middle + half) * height; y++) {
        if (y >= 0 && y < height) ids[y * width + x] = CLOUDS;
      }
    }
  };
}
