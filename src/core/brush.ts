import type { Point } from './point.ts';
import type { Rect } from './rect.ts';

export const BRUSH_SHAPES = ['round', 'square'] as const;
export type BrushShape = (typeof BRUSH_SHAPES)[number];

export const BRUSH_SIZE = { minimum: 1, maximum: 256 } as const;

/** A hard-edged stamp: its diameter, or its side, in layout pixels. */
export interface Brush {
  readonly shape: BrushShape;
  /** A whole number, 1..256. */
  readonly size: number;
}

/** The nearest size that a brush can have. */
export function clampBrushSize(size: number): number {
  if (Number.isNaN(size)) return BRUSH_SIZE.minimum;
  return Math.min(BRUSH_SIZE.maximum, Math.max(BRUSH_SIZE.minimum, Math.round(size)));
}

/**
 * Twice the coordinate of the stamp's middle. A stamp of odd size sits on the middle of a pixel, one of even size on a
 * corner: so it looks the same wherever it is, and all of the rasteriser's arithmetic is in whole half pixels.
 */
export function doubledCentre(coordinate: number, size: number): number {
  return size % 2 === 1 ? 2 * Math.floor(coordinate) + 1 : 2 * Math.round(coordinate);
}

/** The square around a stamp at `point`, not cut at the picture's edges: what the brush cursor outlines. */
export function stampBounds({ size }: Brush, point: Point): Rect {
  return {
    x: (doubledCentre(point.x, size) - size) / 2,
    y: (doubledCentre(point.y, size) - size) / 2,
    width: size,
    height: size,
  };
}
