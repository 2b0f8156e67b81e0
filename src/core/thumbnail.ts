import type { LayoutClass } from './classes.ts';
import { LAYOUT_CELL_PIXELS } from './lattice.ts';
import type { Layout } from './layout.ts';
import { cellPixelsOf } from './picturePixels.ts';
import { sizeWithin } from './sizeWithin.ts';

/** A picture made small. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** RGBA, opaque. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** The longer side of a thumbnail, in pixels. */
export const THUMBNAIL_PIXELS = 96;

/** Each pixel of a thumbnail is the mean of this many a side: enough to look smooth, at half a millisecond. */
const SAMPLES = 4;

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
  const pixels = new Uint8ClampedArray(4 * width * height);
  const cells = layout.ids.length / LAYOUT_CELL_PIXELS ** 2;
  const fineness = picture === undefined ? 1 : cellPixelsOf(picture, cells) / LAYOUT_CELL_PIXELS;
  const colors = new Map(classes.map(({ id, color }) => [id, rgbOf(color)]));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < SAMPLES ** 2; sample++) {
        const column = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const row = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const at = pixelAt(column / width, row / height, layout.width * fineness, layout.height * fineness);
        const isDecoded = picture !== undefined && picture[4 * at + 3] !== 0;
        const painted = layout.ids[pixelAt(column / width, row / height, layout.width, layout.height)]!;
        const color = isDecoded ? undefined : colors.get(painted);
        for (let channel = 0; channel < 3; channel++) {
          sum[channel]! += isDecoded ? picture[4 * at + channel]! : (color?.[channel] ?? 0);
        }
      }
      pixels.set([...sum.map((value) => value / SAMPLES ** 2), 255], 4 * (y * width + x));
    }
  }
  return { width, height, pixels };
}

/** The pixel at a place of an image. @param across 0..1 @param down 0..1 */
function pixelAt(across: number, down: number, width: number, height: number): number {
  return Math.floor(down * height) * width + Math.floor(across * width);
}

function rgbOf(color: string): readonly number[] {
  const rgb = Number.parseInt(color.slice(1), 16);
  return [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff];
}
