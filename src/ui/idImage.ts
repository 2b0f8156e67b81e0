import { colorTable, OPAQUE, type PaletteColor } from '../canvas/classColors.ts';
import type { Size } from '../core/rect.ts';

/** Class ids as pixels in the colours of their classes. @param missing of what has none: black, if left out */
export function idImage(ids: Uint8Array, size: Size, palette: readonly PaletteColor[], missing = OPAQUE): ImageData {
  const image = new ImageData(size.width, size.height);
  const words = new Uint32Array(image.data.buffer);
  const colors = colorTable(palette, missing);
  for (let at = 0; at < words.length; at++) words[at] = colors[ids[at]!]!;
  return image;
}
