export interface RgbImage {
  readonly width: number;
  readonly height: number;
  /** RGB, 3 * width * height */
  readonly pixels: Uint8Array;
}

export const RGB = 3;
const RGBA = 4;

/**
 * A picture at half its size, a mean over 2 x 2 pixels.
 * @param pixels RGBA [height, width, 4], both even; alpha is not looked at
 */
export function halved(pixels: Uint8ClampedArray, width: number, height: number): RgbImage {
  const half = { width: width / 2, height: height / 2, pixels: new Uint8Array((RGB * width * height) / 4) };
  let to = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = RGBA * (y * width + x);
      const below = at + RGBA * width;
      for (let channel = 0; channel < RGB; channel++) {
        const upper = pixels[at + channel]! + pixels[at + RGBA + channel]!;
        const lower = pixels[below + channel]! + pixels[below + RGBA + channel]!;
        half.pixels[to++] = (upper + lower + 2) >> 2;
      }
    }
  }
  return half;
}
