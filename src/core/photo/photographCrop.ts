import { cropFor } from '../mapCrop.ts';
import type { Lattice } from '../lattice.ts';
import type { Rect, Size } from '../rect.ts';

/** Which part of a photograph becomes the picture. */
export interface PhotographCrop {
  readonly lattice: Lattice;
  /** 1: as much as the lattice's proportions allow; 2: half of that along each side. */
  readonly zoom: number;
  /** Where the part lies in what is left: 0 left or top, 1 right or bottom. */
  readonly x: number;
  readonly y: number;
}

export const MOST_ZOOM = 4;

/** The part in pixels of the photograph, with the lattice's proportions to within a pixel. */
export function photographCrop(photograph: Size, { lattice, zoom, x, y }: PhotographCrop): Rect {
  const largest = cropFor(photograph, lattice, 0);
  const width = Math.max(1, Math.round(largest.width / zoom));
  const height = Math.max(1, Math.round(largest.height / zoom));
  return {
    x: Math.round((photograph.width - width) * x),
    y: Math.round((photograph.height - height) * y),
    width,
    height,
  };
}
