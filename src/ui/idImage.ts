import type { LayoutClass } from '../core/classes.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Class ids as pixels in the colours of their classes; what has none is black. */
export function idImage(
  ids: Uint8Array,
  { width, height }: Size,
  palette: readonly Pick<LayoutClass, 'id' | 'color'>[],
): ImageData {
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  const colors = new Uint32Array(256).fill(OPAQUE);
  for (const { id, color } of palette) colors[id] = wordOf(color);
  for (let at = 0; at < words.length; at++) words[at] = colors[ids[at]!]!;
  return image;
}

const OPAQUE = 0xff000000;

/** #rrggbb as RGBA lies in memory on the little-endian machines that there are. */
function wordOf(color: string): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return (OPAQUE | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
