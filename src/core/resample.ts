import { indexWithin } from './indexWithin.ts';
import type { Size } from './rect.ts';

/**
 * Twice the size by Lanczos-3, separable. Doubling has two phases only, a quarter pixel to either side of a source
 * pixel's centre, so six weights and their mirror are all there is.
 */
const TAPS = 6;

function lanczos3(x: number): number {
  if (x === 0) return 1;
  const px = Math.PI * x;
  return (3 * Math.sin(px) * Math.sin(px / 3)) / (px * px);
}

/** Weights of the source pixels -3 .. 2 around a target a quarter pixel to the left of source pixel 0. */
const LEFT = normalised(Array.from({ length: TAPS }, (_, tap) => lanczos3(tap - 3 + 0.25)));
/** The mirror: of the source pixels -2 .. 3, a quarter pixel to the right. */
const RIGHT = LEFT.toReversed();

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

export interface RgbaImage extends Size {
  /** RGBA, 4 * width * height */
  readonly pixels: Uint8ClampedArray;
}

/**
 * The picture at twice its width and height. Colours are weighted by their alpha, so that the colour of a pixel that
 * is not there bleeds into none that is. A few rows are worked on at a time: the largest picture would take more memory in
 * floating point than a browser gives.
 */
export function doubled(image: RgbaImage): RgbaImage & { pixels: Uint8ClampedArray<ArrayBuffer> } {
  const { width, height } = image;
  const target = new Uint8ClampedArray(16 * width * height);
  const rowAt = wideRows(image);
  const line = new Float32Array(8 * width);
  for (let y = 0; y < height; y++) {
    for (let phase = 0; phase < 2; phase++) {
      const weights = phase === 0 ? LEFT : RIGHT;
      line.fill(0);
      for (let tap = 0; tap < TAPS; tap++) {
        const row = rowAt(y + tap - 3 + phase);
        const weight = weights[tap]!;
        for (let at = 0; at < line.length; at++) line[at]! += weight * row[at]!;
      }
      putRow(line, target, (2 * y + phase) * 8 * width);
    }
  }
  return { width: 2 * width, height: 2 * height, pixels: target };
}

/**
 * The rows of a picture at twice its width, premultiplied, made when they are asked for. Beyond the border lies the border's
 * own row.
 * @returns gives a row [2 * width, 4], which is overwritten seven rows later
 */
function wideRows({ pixels, width, height }: RgbaImage): (at: number) => Float32Array {
  const source = new Float32Array(4 * width);
  // As many as two rows of the target look at together.
  const kept = Array.from({ length: TAPS + 1 }, () => new Float32Array(8 * width));
  /** Which row is kept at each place. */
  const keptRow = kept.map(() => -1);
  return (at) => {
    const y = indexWithin(at, height);
    const place = y % kept.length;
    const row = kept[place]!;
    if (keptRow[place] !== y) {
      keptRow[place] = y;
      premultiply(pixels.subarray(4 * y * width, 4 * (y + 1) * width), source);
      widen(source, row);
    }
    return row;
  };
}

/** [width, 4] -> [2 * width, 4]; beyond the border lies the border's own pixel. */
function widen(source: Float32Array, target: Float32Array): void {
  const width = source.length / 4;
  target.fill(0);
  for (let x = 0; x < width; x++) {
    for (let phase = 0; phase < 2; phase++) {
      const weights = phase === 0 ? LEFT : RIGHT;
      const out = 4 * (2 * x + phase);
      for (let tap = 0; tap < TAPS; tap++) {
        const from = 4 * indexWithin(x + tap - 3 + phase, width);
        const weight = weights[tap]!;
        for (let channel = 0; channel < 4; channel++) target[out + channel]! += weight * source[from + channel]!;
      }
    }
  }
}

function premultiply(pixels: Uint8ClampedArray, target: Float32Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) target[at + channel] = pixels[at + channel]! * alpha;
    target[at + 3] = pixels[at + 3]!;
  }
}

/** Writes a premultiplied row into a picture. */
function putRow(row: Float32Array, target: Uint8ClampedArray, start: number): void {
  for (let at = 0; at < row.length; at += 4) {
    const alpha = row[at + 3]!;
    if (alpha < 0.5) continue;
    for (let channel = 0; channel < 3; channel++) target[start + at + channel] = (row[at + channel]! * 255) / alpha;
    target[start + at + 3] = alpha;
  }
}
