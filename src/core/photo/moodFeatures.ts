/** Seven numbers: mean L, a, b of the whole, mean L, a, b of the top third, deviation of L. */
export type MoodFeatures = readonly number[];

export const FEATURES = 7;

/** sRGB's primaries to XYZ, and the white that they are seen against (D65). */
const TO_XYZ = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
] as const;
const WHITE = [0.9505, 1, 1.089] as const;
/** As the moods were found: a plain power instead of sRGB's curve, cube roots without its linear part. */
const GAMMA = 2.2;
const DARKEST = 1e-4;

/**
 * Light and colour of a picture, as `training/plein_air/models/moods.py` has them.
 * @param pixels RGBA [height, width, 4]; the alpha is not looked at
 */
export function moodFeatures(pixels: Uint8ClampedArray, width: number): MoodFeatures {
  const height = pixels.length / 4 / width;
  const third = Math.floor(height / 3) * width;
  const all = [0, 0, 0];
  const top = [0, 0, 0];
  let squares = 0;
  for (let at = 0; at < width * height; at++) {
    const lab = labOf(pixels[4 * at]!, pixels[4 * at + 1]!, pixels[4 * at + 2]!);
    for (let n = 0; n < 3; n++) {
      all[n]! += lab[n]!;
      if (at < third) top[n]! += lab[n]!;
    }
    squares += lab[0] ** 2;
  }
  const count = width * height;
  const mean = all.map((sum) => sum / count);
  const deviation = Math.sqrt(Math.max(0, squares / count - mean[0]! ** 2));
  return [...mean, ...top.map((sum) => sum / third), deviation];
}

const LINEAR = Float64Array.from({ length: 256 }, (_, level) => (level / 255) ** GAMMA);

function labOf(red: number, green: number, blue: number): readonly [number, number, number] {
  const linear = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!] as const;
  const [x, y, z] = TO_XYZ.map(([r, g, b], n) =>
    Math.cbrt(Math.max((r * linear[0] + g * linear[1] + b * linear[2]) / WHITE[n]!, DARKEST)),
  ) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
