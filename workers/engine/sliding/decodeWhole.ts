import { EMPTY_TOKEN, latticeRect, type Lattice } from '../../../src/core/lattice.ts';
import { growRect, intersectRect, type Rect } from '../../../src/core/rect.ts';
import type { SlidingNetworks } from '../../ort/slidingNetworks.ts';
import { clearEmptyCells, toRgba } from '../pixels.ts';

/** How far a provisional tile looks around itself. In cells. */
const PROVISIONAL_HALO = 4;

/**
 * Decodes a lattice in one run: norms and attention of the decoder see all of it, so tiles of the final picture cannot
 * be decoded one by one.
 * @param tokens [rows, columns]; an empty cell stands as the one above it, and is transparent
 * @returns cuts a rectangle of cells out of the picture: RGBA [cellPixels * rect.height, cellPixels * rect.width]
 */
export function decodeWhole(
  networks: SlidingNetworks,
  lattice: Lattice,
  tokens: Int16Array,
): Promise<(rect: Rect) => Uint8ClampedArray<ArrayBuffer>> {
  return decodeWindow(networks, lattice, tokens, latticeRect(lattice));
}

/**
 * Decodes a rectangle with some of what is around it, as if that were all: light and contrast are somewhat off until the
 * whole is decoded.
 * @returns RGBA [cellPixels * rect.height, cellPixels * rect.width]; cells without a token are transparent
 */
export async function decodeProvisional(
  networks: SlidingNetworks,
  lattice: Lattice,
  tokens: Int16Array,
  rect: Rect,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const window = intersectRect(growRect(rect, PROVISIONAL_HALO), latticeRect(lattice));
  const cut = await decodeWindow(networks, lattice, tokens, window);
  return cut(rect);
}

async function decodeWindow(networks: SlidingNetworks, lattice: Lattice, tokens: Int16Array, window: Rect) {
  const size = { rows: window.height, columns: window.width };
  const rgb = await networks.decode(size, filled(tokens, lattice, window));
  return (rect: Rect) => {
    const pixels = toRgba(rgb, window, rect, networks.cellPixels);
    clearEmptyCells(pixels, tokens, lattice.columns, rect);
    return pixels;
  };
}

/**
 * The tokens of a rectangle without gaps: an empty cell takes the one above it, or else the one to its left, so that the
 * norms see about what they will see once it is there.
 */
function filled(tokens: Int16Array, { columns }: Lattice, { x, y, width, height }: Rect): Int32Array {
  const part = new Int32Array(width * height);
  for (let at = 0; at < part.length; at++) {
    const row = Math.floor(at / width);
    const token = tokens[(y + row) * columns + x + (at % width)]!;
    if (token !== EMPTY_TOKEN) part[at] = token;
    else if (row > 0) part[at] = part[at - width]!;
    else part[at] = at > 0 ? part[at - 1]! : 0;
  }
  return part;
}
