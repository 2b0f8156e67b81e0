import type { Brush } from './brush.ts';
import type { Layout } from './layout.ts';
import type { Point } from './point.ts';
import { paintSpans, type WriteRecorder } from './paintSpans.ts';
import type { Rect } from './rect.ts';
import { sweep } from './sweep.ts';

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
  const swept = sweep(brush, from, to);
  return paintSpans(layout, swept.top, swept.bottom, (y) => swept.span(y), id, recorder);
}
