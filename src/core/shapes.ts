import type { Layout } from './layout.ts';
import { paintSpans, type WriteRecorder } from './paintSpans.ts';
import type { Point } from './point.ts';
import type { Rect } from './rect.ts';
import type { Span } from './sweep.ts';

export const SHAPES = ['line', 'polyline', 'rectangle', 'ellipse'] as const;
export type Shape = (typeof SHAPES)[number];

/** The pixels between two places, those of both corners included. */
export function boxBetween(from: Point, to: Point): Rect {
  const x = Math.floor(Math.min(from.x, to.x));
  const y = Math.floor(Math.min(from.y, to.y));
  return {
    x,
    y,
    width: Math.floor(Math.max(from.x, to.x)) - x + 1,
    height: Math.floor(Math.max(from.y, to.y)) - y + 1,
  };
}

/** @returns the smallest rectangle that holds every pixel whose class changed; empty if none did */
export function paintRectangle(layout: Layout, box: Rect, id: number, recorder?: WriteRecorder): Rect {
  const span: Span = { first: box.x, last: box.x + box.width - 1 };
  return paintSpans(layout, box.y, box.y + box.height - 1, () => span, id, recorder);
}

/**
 * The ellipse that touches the box's sides: every pixel whose middle it covers. The same mirrored as drawn mirrored.
 * @returns the smallest rectangle that holds every pixel whose class changed; empty if none did
 */
export function paintEllipse(layout: Layout, box: Rect, id: number, recorder?: WriteRecorder): Rect {
  const span: Span = { first: 0, last: -1 };
  const { x, y, width, height } = box;
  return paintSpans(
    layout,
    y,
    y + height - 1,
    (row) => {
      const away = (2 * (row - y) + 1) / height - 1;
      const half = (width / 2) * Math.sqrt(Math.max(0, 1 - away * away));
      // Counted from both sides alike: half a pixel off the middle is a middle.
      const inset = Math.max(0, Math.ceil(width / 2 - half - 0.5));
      span.first = x + inset;
      span.last = x + width - 1 - inset;
      return span;
    },
    id,
    recorder,
  );
}

/** The place nearest to `to` that makes a square of a box, or a line along a multiple of 45 degrees. */
export function constrained(shape: Shape, from: Point, to: Point): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (shape === 'rectangle' || shape === 'ellipse') {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    return { x: from.x + (dx < 0 ? -side : side), y: from.y + (dy < 0 ? -side : side) };
  }
  const turn = (Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) * Math.PI) / 4;
  const length = dx * Math.cos(turn) + dy * Math.sin(turn);
  return { x: from.x + length * Math.cos(turn), y: from.y + length * Math.sin(turn) };
}
