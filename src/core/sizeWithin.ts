import type { Size } from './rect.ts';
/** A size of the same proportions, at least 1 and no side longer than `longest`; what is small enough stays as it is. Pixels. */
export function sizeWithin({ width, height }: Size, longest: number): Size {
  const shrink = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}
