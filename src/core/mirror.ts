import type { Point } from './point.ts';
import type { Rect } from './rect.ts';

/** A stamp's middle is rounded; so that a mirrored one is rounded the other way, it is moved by next to nothing. */
const NUDGE = 1e-6;

/** The place on the other side of the upright middle axis of a layout. */
export function mirrorPoint({ x, y }: Point, width: number): Point {
  return { x: width - x - NUDGE, y };
}

export function mirrorRect(rect: Rect, width: number): Rect {
  return { ...rect, x: width - rect.x - rect.width };
}
