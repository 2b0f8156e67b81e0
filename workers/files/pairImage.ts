import { encode } from 'fast-png';
import type { LayoutClass } from '../../src/core/classes.ts';
import { LAYOUT_CELL_PIXELS } from '../../src/core/lattice.ts';
import type { Layout } from '../../src/core/layout.ts';
import { cellPixelsOf, toPicture } from '../../src/core/picturePixels.ts';
import { wholeRect } from '../../src/core/rect.ts';
import type { RgbaImage } from '../../src/core/resample.ts';
import { channelsOf, parseColor, type Rgb } from '../../src/core/rgb.ts';
import type { PictureFormat } from '../../src/protocol/fileMaker.ts';
import { encodeCanvasImage } from './canvasImage.ts';
import { withoutAlpha } from './picturePng.ts';

/**
 * The layout, in its classes' colours, to the left of the picture, as fine as that.
 * @param picture RGBA of as many whole cells as the layout has
 */
export function encodePair(
  layout: Layout,
  classes: readonly LayoutClass[],
  picture: Uint8ClampedArray,
  format: PictureFormat,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  const pair = pairOf(layout, classes, picture);
  if (format !== 'png') return encodeCanvasImage(pair, format);
  const { width, height, pixels } = pair;
  const data = withoutAlpha(pixels)!;
  return new Uint8Array(encode({ width, height, data, channels: 3, text: { Software: 'Plein Air' } }));
}

const BLACK: Rgb = [0, 0, 0];

/** Opaque: what is not painted is black. */
function pairOf(layout: Layout, classes: readonly LayoutClass[], picture: Uint8ClampedArray): RgbaImage {
  const colors = new Map(classes.map(({ id, color }) => [id, channelsOf(parseColor(color))]));
  const cellPixels = cellPixelsOf(picture, layout.ids.length / LAYOUT_CELL_PIXELS ** 2);
  const { width, height } = toPicture(wholeRect(layout), cellPixels);
  const step = layout.width / width;
  const pixels = new Uint8ClampedArray(4 * 2 * width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const painted = layout.ids[Math.floor(y * step) * layout.width + Math.floor(x * step)]!;
      const color = colors.get(painted) ?? BLACK;
      const left = 4 * (y * 2 * width + x);
      const right = left + 4 * width;
      for (let channel = 0; channel < 3; channel++) {
        pixels[left + channel] = color[channel]!;
        pixels[right + channel] = picture[4 * from + channel]!;
      }
    }
  }
  return { width: 2 * width, height, pixels };
}
