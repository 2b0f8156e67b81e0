import { encode } from 'fast-png';
import type { LayoutClass } from '../../src/core/classes.ts';
import { MAP_KEYWORD } from '../../src/core/conventions/labelMap.ts';
import type { Layout } from '../../src/core/layout.ts';
import { channelsOf, parseColor } from '../../src/core/rgb.ts';

/**
 * A layout as a PNG whose pixel values are class ids; the palette holds the classes' colours, so that it looks right
 * in any viewer.
 */
export function encodeLayoutPng(layout: Layout, classes: readonly LayoutClass[]): Uint8Array<ArrayBuffer> {
  const last = Math.max(...classes.map(({ id }) => id));
  const colors = new Map(classes.map(({ id, color }) => [id, parseColor(color)]));
  const palette = Array.from({ length: last + 1 }, (_, id) => [...channelsOf(colors.get(id) ?? 0)]);
  const { width, height, ids } = layout;
  const text = { Software: 'Plein Air', [MAP_KEYWORD]: 'plein-air' };
  return new Uint8Array(encode({ width, height, data: ids, depth: 8, channels: 1, palette, text }));
}
