import type { LayoutClass } from '../core/classes.ts';

/** A class and its colour, as the bundle's manifest has them. */
export type PaletteColor = Pick<LayoutClass, 'id' | 'color'>;

export const OPAQUE = 0xff000000;
/** What is in no palette stands out as what it is: a mistake. */
const MISSING = OPAQUE | 0xff00ff;

/** A colour for each of 256 ids, as the 32-bit word of an `ImageData`: A, B, G, R from the highest byte down. */
export type ColorTable = Uint32Array;

/** @param missing of what is in no palette */
export function colorTable(palette: readonly PaletteColor[], missing = MISSING): ColorTable {
  const table = new Uint32Array(256).fill(missing);
  for (const { id, color } of palette) {
    const rgb = Number.parseInt(color.slice(1), 16);
    table[id] = (OPAQUE | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16)) >>> 0;
  }
  return table;
}
