import type { Layout } from './layout.ts';
import { EMPTY_RECT, unionRect, type Rect } from './rect.ts';
import type { Span } from './sweep.ts';

/** Hears of pixels before they are written, so that they can be put back. */
export interface WriteRecorder {
  touch(rect: Rect): void;
}

/**
 * Paints class `id` over a shape that has one span of pixels in each row, cut at the layout's edges.
 * @returns the smallest rectangle that holds every pixel whose class changed; empty if none did
 */
export function paintSpans(
  { ids, width, height }: Layout,
  from: number,
  to: number,
  spanOf: (y: number) => Span,
  id: number,
  recorder?: WriteRecorder,
): Rect {
  const start = Math.max(0, from);
  const end = Math.min(height - 1, to);
  let rect = EMPTY_RECT;
  for (let y = start; y <= end; y++) {
    const span = spanOf(y);
    const row = y * width;
    let first = row + Math.max(0, span.first);
    let last = row + Math.min(width - 1, span.last);
    // Most of a dab lies on the dab before it: what has the class already is neither saved nor drawn again.
    while (first <= last && ids[first] === id) first++;
    while (last > first && ids[last] === id) last--;
    if (first > last) continue;
    const written = { x: first - row, y, width: last - first + 1, height: 1 };
    recorder?.touch(written);
    ids.fill(id, first, last + 1);
    rect = unionRect(rect, written);
  }
  return rect;
}
