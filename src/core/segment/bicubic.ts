import { RGB, type RgbImage } from './rgbImage.ts';

/**
 * Pillow's bicubic resizing, to the byte: the segmenter is to see in the page what it saw when the labels were made
 * (src/libImaging/Resample.c: filters as wide as the scale where it shrinks, weights in fixed point; what shrinks the more comes first).
 */
const SHARPNESS = -0.5;
const SUPPORT = 2;
const PRECISION = 22;

/** The inputs of one output: `weights` of `first`, `first + 1`, … */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((SHARPNESS + 2) * x - (SHARPNESS + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * SHARPNESS : 0;
}

function tapsOf(inputs: number, outputs: number): Taps[] {
  const scale = inputs / outputs;
  const widened = Math.max(scale, 1);
  const support = SUPPORT * widened;
  return Array.from({ length: outputs }, (_, n) => {
    const centre = (n + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(inputs, Math.trunc(centre + support + 0.5));
    const raw = Array.from({ length: end - first }, (__, tap) => cubic((tap + first - centre + 0.5) * (1 / widened)));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    const weights = raw.map((weight) => {
      const share = (weight / sum) * 2 ** PRECISION;
      return Math.trunc(share < 0 ? share - 0.5 : share + 0.5);
    });
    return { first, weights };
  });
}

/** The image at another size. The same size gives the same pixels. */
export function resizeBicubic(image: RgbImage, width: number, height: number): RgbImage {
  const lower = (part: RgbImage) => (height === part.height ? part : resizedColumns(part, height));
  const wider = (part: RgbImage) => (width === part.width ? part : resizedRows(part, width));
  const lowerFirst = height < image.height && height * image.width < width * image.height;
  return lowerFirst ? wider(lower(image)) : lower(wider(image));
}

function resizedRows({ width, height, pixels }: RgbImage, outputs: number): RgbImage {
  const taps = tapsOf(width, outputs);
  const result = new Uint8ClampedArray(RGB * outputs * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (const { first, weights } of taps) {
      const from = RGB * (y * width + first);
      for (let channel = 0; channel < RGB; channel++) result[to++] = weighted(pixels, from + channel, RGB, weights);
    }
  }
  return { width: outputs, height, pixels: new Uint8Array(result.buffer) };
}

function resizedColumns({ width, height, pixels }: RgbImage, outputs: number): RgbImage {
  const row = RGB * width;
  const result = new Uint8ClampedArray(row * outputs);
  let to = 0;
  for (const { first, weights } of tapsOf(height, outputs)) {
    for (let at = 0; at < row; at++) result[to++] = weighted(pixels, first * row + at, row, weights);
  }
  return { width, height: outputs, pixels: new Uint8Array(result.buffer) };
}

/** The caller's array keeps it within 0..255. */
function weighted(pixels: Uint8Array, from: number, step: number, weights: readonly number[]): number {
  let sum = 1 << (PRECISION - 1);
  for (let tap = 0; tap < weights.length; tap++) sum += pixels[from + tap * step]! * weights[tap]!;
  return sum >> PRECISION;
}
