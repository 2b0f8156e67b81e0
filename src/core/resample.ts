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

export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  /** RGBA, 4 * width * height */
  readonly pixels: Uint8ClampedArray;
}

/**
 * The picture at twice its width and height. Colours are weighted by their alpha, so that the colour of a pixel that
 * is not there bleeds into none that is.
 */
export function doubled({ width, height, pixels }: RgbaImage): RgbaImage & { pixels: Uint8ClampedArray<ArrayBuffer> } {
  const source = premultiplied(pixels);
  const wide = doubledRows(source, width, height); // [height, 2 width]
  const turned = transposed(wide, 2 * width, height); // [2 width, height]
  const both = doubledRows(turned, height, 2 * width); // [2 width, 2 height]
  const result = transposed(both, 2 * height, 2 * width); // [2 height, 2 width]
  return { width: 2 * width, height: 2 * height, pixels: unpremultiplied(result) };
}

/** [height, width, 4] -> [height, 2 * width, 4]; beyond the border lies the border's own pixel. */
function doubledRows(source: Float32Array, width: number, height: number): Float32Array {
  const target = new Float32Array(2 * source.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let phase = 0; phase < 2; phase++) {
        const weights = phase === 0 ? LEFT : RIGHT;
        const out = 4 * (y * 2 * width + 2 * x + phase);
        for (let tap = 0; tap < TAPS; tap++) {
          const from = 4 * (y * width + Math.min(width - 1, Math.max(0, x + tap - 3 + phase)));
          const weight = weights[tap] ?? 0;
          for (let channel = 0; channel < 4; channel++) {
            target[out + channel]! += weight * (source[from + channel] ?? 0);
          }
        }
      }
    }
  }
  return target;
}

/** [height, width, 4] -> [width, height, 4] */
function transposed(source: Float32Array, width: number, height: number): Float32Array {
  const target = new Float32Array(source.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      target.set(source.subarray(from, from + 4), 4 * (x * height + y));
    }
  }
  return target;
}

function premultiplied(pixels: Uint8ClampedArray): Float32Array {
  const result = Float32Array.from(pixels);
  for (let at = 0; at < result.length; at += 4) {
    const alpha = (result[at + 3] ?? 0) / 255;
    for (let channel = 0; channel < 3; channel++) result[at + channel]! *= alpha;
  }
  return result;
}

function unpremultiplied(source: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const result = new Uint8ClampedArray(source.length);
  for (let at = 0; at < source.length; at += 4) {
    const alpha = source[at + 3] ?? 0;
    if (alpha < 0.5) continue;
    for (let channel = 0; channel < 3; channel++) result[at + channel] = ((source[at + channel] ?? 0) * 255) / alpha;
    result[at + 3] = alpha;
  }
  return result;
}
