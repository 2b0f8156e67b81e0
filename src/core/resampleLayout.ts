import { pictureHeight, pictureWidth, type Lattice } from './lattice.ts';
import type { Layout } from './layout.ts';

/**
 * The layout stretched over another lattice, so that a person keeps what they painted when the format changes. Where it
 * shrinks, a pixel becomes the most frequent class of the pixels it came from (ties: the lowest id, as everywhere);
 * where it grows, the nearest pixel's class. The same size gives the same ids.
 * @returns class ids [16 * rows, 16 * columns] of `lattice`
 */
export function resampleLayout(layout: Layout, lattice: Lattice): Uint8Array<ArrayBuffer> {
  const width = pictureWidth(lattice);
  const height = pictureHeight(lattice);
  const columns = sources(layout.width, width);
  const rows = sources(layout.height, height);
  const ids = new Uint8Array(width * height);
  const counts = new Uint16Array(256);
  const idAt = (row: number, column: number) => layout.ids[row * layout.width + column]!;
  for (let y = 0; y < height; y++) {
    const { first: top, end: bottom } = rows[y]!;
    for (let x = 0; x < width; x++) {
      const { first: left, end: right } = columns[x]!;
      let best = idAt(top, left);
      if (bottom - top > 1 || right - left > 1) {
        for (let row = top; row < bottom; row++) {
          for (let column = left; column < right; column++) {
            const id = idAt(row, column);
            const count = ++counts[id]!;
            const most = counts[best]!;
            if (count > most || (count === most && id < best)) best = id;
          }
        }
        for (let row = top; row < bottom; row++) {
          for (let column = left; column < right; column++) counts[idAt(row, column)] = 0;
        }
      }
      ids[y * width + x] = best;
    }
  }
  return ids;
}

/** For each of `to` pixels, which of `from` pixels become it: the first, and one past the last. */
function sources(from: number, to: number): readonly { readonly first: number; readonly end: number }[] {
  return Array.from({ length: to }, (_, n) => {
    const nearest = Math.floor(((2 * n + 1) * from) / (2 * to));
    if (from <= to) return { first: nearest, end: nearest + 1 };
    return { first: Math.floor((n * from) / to), end: Math.floor(((n + 1) * from) / to) };
  });
}
