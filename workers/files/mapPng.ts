import { encode } from 'fast-png';
import type { ExportedConvention } from '../../src/core/conventions/convention.ts';
import { exportLayout } from '../../src/core/conventions/exported.ts';
import { MAP_KEYWORD } from '../../src/core/conventions/labelMap.ts';
import type { Layout } from '../../src/core/layout.ts';
import { channelsOf } from '../../src/core/rgb.ts';

/** A layout as a PNG in a convention of others. It says which, so that it is never mistaken for another one. */
export function encodeMapPng(layout: Layout, convention: ExportedConvention): Uint8Array<ArrayBuffer> {
  const { width, height } = layout;
  const values = exportLayout(layout, convention);
  const text = { Software: 'Plein Air', [MAP_KEYWORD]: convention };
  if (values instanceof Uint8Array) return new Uint8Array(encode({ width, height, data: values, channels: 1, text }));
  const data = new Uint8Array(3 * values.length);
  for (const [at, color] of values.entries()) data.set(channelsOf(color), 3 * at);
  return new Uint8Array(encode({ width, height, data, channels: 3, text }));
}
