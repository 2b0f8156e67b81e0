import type { Lattice } from './lattice.ts';

/**
 * How near a picture is: how much of a whole photograph 16 cells of its height show. 1 all of it, 2 half of it, 3 a third or
 * less; 0 any. The height alone decides: a panorama is as near as the photograph that is as high.
 */
export const ZOOMS = [1, 2, 3] as const;

/** Cells along the height of a whole photograph, as the model knows it. */
const WHOLE = 16;

/** What the setting is for a picture that was made with a zoom: 0, where that is what its size says or nothing was asked for. */
export function chosenZoom(zoom: number, lattice: Lattice): number {
  return zoom === zoomOfSize(lattice) ? 0 : zoom;
}

/** The zoom at which a lattice is one scene from top to bottom: the nearest that there is. */
export function zoomOfSize({ rows }: Lattice): number {
  return Math.min(ZOOMS.length, Math.max(1, Math.round(rows / WHOLE)));
}
