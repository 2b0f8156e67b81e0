import type { LayoutClass } from './classes.ts';
import { LAYOUT_CELL_PIXELS } from './lattice.ts';
import type { Layout } from './layout.ts';
import { cellPixelsOf } from './picturePixels.ts';
import type { Size } from './rect.ts';
import { channelsOf, parseColor } from './rgb.ts';
import { sizeWithin } from './sizeWithin.ts';

/** A picture made small. */
export interface Thumbnail extends Size {
  /** RGBA, opaque. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The longer side of a thumbnail, in pixels. */
export const THUMBNAIL_PIXELS = 96;

/**
 * Each pixel of a thumbnail is the mean of this many a side: enough to look smooth. Of a larger one fewer, as each stands for less of the
 * picture, and a page that has just begun runs this a hundred times slower than one that is warm.
 */
const SAMPLES = { small: 4, large: 2 };

/**
 * The picture made small; where nothing of it is decoded, the layout in the colours of its classes.
 * @param picture RGBA of whole cells, as many as the layout has; undefined for the layout itself
 * @param longest its longer side, in pixels
 */
export function thumbnailOf(
  picture: Uint8ClampedArray | undefined,
  layout: Layout,
  classes: readonly LayoutClass[],
  longest: number = THUMBNAIL_PIXELS,
): Thumbnail {
  const { width, height } = sizeWithin(layout, longest);
  const samples = longest > THUMBNAIL_PIXELS ? SAMPLES.large : SAMPLES.small;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const cells = layout.ids.length / LAYOUT_CELL_PIXELS ** 2;
  const fineness = picture === undefined ? 1 : cellPixelsOf(picture, cells) / LAYOUT_CELL_PIXELS;
  const colors = new Uint8Array(3 * 256);
  for (const { id, color } of classes) colors.set(channelsOf(parseColor(color)), 3 * id);
  const stride = layout.width * fineness;
  const across = sampledPlaces(width, samples, layout.width);
  const down = sampledPlaces(height, samples, layout.height);
  const acrossPicture = sampledPlaces(width, samples, stride);
  const downPicture = sampledPlaces(height, samples, layout.height * fineness);
  // No array and no call within: of a card there are 200 thousand samples.
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [red, green, blue] = [0, 0, 0];
      for (let row = samples * y; row < samples * (y + 1); row++) {
        for (let column = samples * x; column < samples * (x + 1); column++) {
          const at = 4 * (downPicture[row]! * stride + acrossPicture[column]!);
          if (picture !== undefined && picture[at + 3] !== 0) {
            red += picture[at]!;
            green += picture[at + 1]!;
            blue += picture[at + 2]!;
          } else {
            const color = 3 * layout.ids[down[row]! * layout.width + across[column]!]!;
            red += colors[color]!;
            green += colors[color + 1]!;
            blue += colors[color + 2]!;
          }
        }
      }
      const to = 4 * (y * width + x);
      pixels[to] = red / samples ** 2;
      pixels[to + 1] = green / samples ** 2;
      pixels[to + 2] = blue / samples ** 2;
      pixels[to + 3] = 255;
    }
  }
  return { width, height, pixels };
}

/**
 * Where the samples of one side lie.
 * @param side of the thumbnail, in pixels
 * @param of the side of the image, in pixels
 */
function sampledPlaces(side: number, samples: number, of: number): Uint32Array {
  return Uint32Array.from({ length: samples * side }, (_, n) => {
    const place = Math.floor(n / samples) + ((n % samples) + 0.5) / samples;
    return Math.floor((place / side) * of);
  });
}
