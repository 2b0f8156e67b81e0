import { encode } from 'fast-png';
import type { LayoutClass } from '../core/classes.ts';
import { parseColor } from '../core/conventions/convention.ts';
import type { Layout } from '../core/layout.ts';

/**
 * The layout, in its classes' colours, to the left of the picture.
 * @param picture RGBA, as large as the layout
 */
export function encodePairPng(
  { width, height, ids }: Layout,
  classes: readonly LayoutClass[],
  picture: Uint8ClampedArray,
): Uint8Array<ArrayBuffer> {
  const colors = new Map(classes.map(({ id, color }) => [id, parseColor(color)]));
  const data = new Uint8Array(width * 2 * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const color = colors.get(ids[from]!) ?? 0;
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
