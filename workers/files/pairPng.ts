import { encode } from 'fast-png';
import type { LayoutClass } from '../../src/core/classes.ts';
import { parseColor } from '../../src/core/conventions/convention.ts';
import { LAYOUT_CELL_PIXELS } from '../../src/core/lattice.ts';
import type { Layout } from '../../src/core/layout.ts';
import { cellPixelsOf, toPicture } from '../../src/core/picturePixels.ts';

/**
 * The layout, in its classes' colours, to the left of the picture, as fine as that.
 * @param picture RGBA of as many whole cells as the layout has
 */
export function encodePairPng(
  layout: Layout,
  classes: readonly LayoutClass[],
  picture: Uint8ClampedArray,
): Uint8Array<ArrayBuffer> {
  const colors = new Map(classes.map(({ id, color }) => [id, parseColor(color)]));
  const cellPixels = cellPixelsOf(picture, layout.ids.length / LAYOUT_CELL_PIXELS ** 2);
  const { width, height } = toPicture({ x: 0, y: 0, width: layout.width, height: layout.height }, cellPixels);
  const step = layout.width / width;
  const data = new Uint8Array(width * 2 * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const painted = layout.ids[Math.floor(y * step) * layout.width + Math.floor(x * step)]!;
      const color = colors.get(painted) ?? 0;
      const left = 3 * (y * 2 * width + x);
      data[left] = color >> 16;
      data[left + 1] = (color >> 8) & 0xff;
      data[left + 2] = color & 0xff;
      const right = left + 3 * width;
      for (let channel = 0; channel < 3; channel++) data[right + channel] = picture[4 * from + channel]!;
    }
  }
  return new Uint8Array(encode({ width: 2 * width, height, data, channels: 3, text: { Software: 'Plein Air' } }));
}
