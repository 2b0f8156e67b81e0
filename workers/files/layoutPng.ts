import { encode } from 'fast-png';
import type { LayoutClass } from '../../src/core/classes.ts';
import { MAP_KEYWORD } from '../../src/core/conventions/labelMap.ts';
import type { Layout } from '../../src/core/layout.ts';

/**
 * A layout as a PNG whose pixel values are class ids; the palette holds the classes' colours, so that it looks right
 * in any viewer.
 */
export function encodeLayoutPng(layout: Layout, classes: readonly LayoutClass[]): Uint8Array<ArrayBuffer> {
  const palette: number[][] = [];
  const last = Math.max(...classes.map(({ id }) => id));
  for (let id = 0; id <= last; id++) {
    const color = parseInt(classes.find((one) => one.id === id)?.color.slice(1) ?? '000000', 16);
    palette.push([color >> 16, (color >> 8) & 0xff, color & 0xff]);
  }
  const { width, height, ids } = layout;
  const text = { Software: 'Plein Air', [MAP_KEYWORD]: 'plein-air' };
  return new Uint8Array(encode({ width, height, data: ids, depth: 8, channels: 1, palette, text }));
}
