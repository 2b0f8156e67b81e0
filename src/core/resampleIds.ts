import type { Rect, Size } from './rect.ts';

export interface IdMap extends Size {
  readonly ids: Uint8Array;
}

/**
 * A part of a map at another size. Where it shrinks, a pixel becomes the most frequent id of the pixels it came from
 * (ties: the lowest id, as everywhere); where it grows, the nearest pixel's id. The same size gives the same ids.
 * @param rect within the map, not empty
 * @param meaning ids of the result by the map's; the map's own, if left out
 * @returns ids [height, width]
 */
export function resampleIds(
  map: IdMap,
  rect: Rect,
  width: number,
  height: number,
  meaning?: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const columns = sources(rect.x, rect.width, width);
  const rows = sources(rect.y, rect.height, height);
  const ids = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  const idAt = (row: number, column: number) => {
    const id = map.ids[row * map.width + column]!;
    return meaning ? meaning[id]! : id;
  };
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

/** Which of `from` pixels lies nearest to the nth of `to`. */
function nearest(n: number, from: number, to: number): number {
  return Math.floor(((2 * n + 1) * from) / (2 * to));
}

/**
 * For each pixel of another size the place of the one of a map that lies nearest: where a mean would be a value, or a colour, that
 * the map does not have.
 * @returns [height, width], row by row
 */
export function nearestPixels(map: Size, width: number, height: number): Uint32Array {
  return Uint32Array.from({ length: width * height }, (_, at) => {
    const row = nearest(Math.floor(at / width), map.height, height);
    return row * map.width + nearest(at % width, map.width, width);
  });
}

/** For each of `to` pixels, which of `from` pixels after `start` become it: the first, and one past the last. */
function sources(start: number, from: number, to: number): readonly { readonly first: number; readonly end: number }[] {
  return Array.from({ length: to }, (_, n) => {
    const first = start + nearest(n, from, to);
    if (from <= to) return { first, end: first + 1 };
    return { first: start + Math.floor((n * from) / to), end: start + Math.floor(((n + 1) * from) / to) };
  });
}
