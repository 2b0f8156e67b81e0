import type { Lattice } from '../../core/lattice.ts';
import type { Rect } from '../../core/rect.ts';

export type Half = 'top' | 'bottom' | 'left' | 'right' | 'all';

/** A half of a lattice, or all of it, in cells. */
export function halfOf(half: Half, { rows, columns }: Lattice): Rect {
  const rects: Record<Half, Rect> = {
    top: { x: 0, y: 0, width: columns, height: rows / 2 },
    bottom: { x: 0, y: rows / 2, width: columns, height: rows / 2 },
    left: { x: 0, y: 0, width: columns / 2, height: rows },
    right: { x: columns / 2, y: 0, width: columns / 2, height: rows },
    all: { x: 0, y: 0, width: columns, height: rows },
  };
  return rects[half];
}
