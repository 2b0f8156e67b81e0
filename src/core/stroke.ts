import type { Brush } from './brush.ts';
import type { Layout } from './layout.ts';
import type { Point } from './point.ts';
import { EMPTY_RECT, type Rect } from './rect.ts';
import { sweep } from './sweep.ts';

/** Hears of pixels before they are written, so that they can be put back. */
export interface WriteRecorder {
  touch(rect: Rect): void;
}

/**
 * Paints class `id` wherever the brush passes on its way from one point to another: every pixel whose middle it covers,
 * wholly, with no gap however far apart the points are. Points may lie outside the picture.
 * @returns the smallest rectangle that holds every pixel whose class changed; empty if none did
 */
export function paintStroke(
  layout: Layout,
  brush: Brush,
  from: Point,
  to: Point,
  id: number,
  recorder?: WriteRecorder,
): Rect {
  const { ids, width, height } = layout;
  const swept = sweep(brush, from, to);
  const start = Math.max(0, swept.top);
  const end = Math.min(height - 1, swept.bottom);
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = start; y <= end; y++) {
    const span = swept.span(y);
    const row = y * width;
    let first = row + Math.max(0, span.first);
    let last = row + Math.min(width - 1, span.last);
    // Most of a dab lies on the dab before it: what has the class already is neither saved nor drawn again.
    while (first <= last && ids[first] === id) first++;
    while (last > first && ids[last] === id) last--;
    if (first > last) continue;
    recorder?.touch({ x: first - row, y, width: last - first + 1, height: 1 });
    ids.fill(id, first, last + 1);
    left = Math.min(left, first - row);
    right = Math.max(right, last - row);
    top = Math.min(top, y);
    bottom = y;
  }
  if (bottom < 0) return EMPTY_RECT;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** One stamp of the brush: a stroke that goes nowhere. */
export function paintStamp(layout: Layout, brush: Brush, at: Point, id: number, recorder?: WriteRecorder): Rect {
  return paintStroke(layout, brush, at, at, id, recorder);
}
