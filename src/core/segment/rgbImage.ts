import type { Size } from '../rect.ts';

export interface RgbImage extends Size {
  /** RGB, 3 * width * height */
  readonly pixels: Uint8Array;
}

export const RGB = 3;
const RGBA = 4;

/**
 * A picture made smaller: each pixel is the mean over a square.
 * @param pixels RGBA [height, width, 4], both multiples of `by`; alpha is not looked at
 * @param by pixels along a side of the square, a whole number
 */
export function reduced(pixels: Uint8ClampedArray, width: number, height: number, by: number): RgbImage {
  const small = { width: width / by, height: height / by };
  const target = new Uint8Array(RGB * small.width * small.height);
  const half = by ** 2 / 2;
  let to = 0;
  for (let y = 0; y < height; y += by) {
    for (let x = 0; x < width; x += by) {
      for (let channel = 0; channel < RGB; channel++) {
        let sum = 0;
        for (let row = y; row < y + by; row++) {
          for (let column = x; column < x + by; column++) sum += pixels[RGBA * (row * width + column) + channel]!;
        }
        target[to++] = Math.floor((sum + half) / by ** 2);
      }
    }
  }
  return { ...small, pixels: target };
}
