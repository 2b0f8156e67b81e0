import type { Size } from '../core/rect.ts';
import { colorTable, OPAQUE, type PaletteColor } from '../canvas/classColors.ts';

/** Class ids as pixels in the colours of their classes; what has none is black. */
export function idImage(ids: Uint8Array, { width, height }: Size, palette: readonly PaletteColor[]): ImageData {
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  const colors = colorTable(palette, OPAQUE);
  for (let at = 0; at < words.length; at++) words[at] = colors[ids[at]!]!;
  return image;
}
