import { isLattice, LATTICE_LIMITS, layoutHeight, layoutWidth, type Lattice, type LatticeLimits } from './lattice.ts';
import type { Rect, Size } from './rect.ts';

/**
 * The largest part of a map with the proportions of a lattice's picture.
 * @param place where it lies on the side that it does not fill: 0 left or top, 1 right or bottom
 */
export function cropFor({ width, height }: Size, lattice: Lattice, place: number): Rect {
  const scale = Math.min(width / layoutWidth(lattice), height / layoutHeight(lattice));
  const cropWidth = Math.max(1, Math.min(width, Math.round(layoutWidth(lattice) * scale)));
  const cropHeight = Math.max(1, Math.min(height, Math.round(layoutHeight(lattice) * scale)));
  return {
    x: Math.round((width - cropWidth) * place),
    y: Math.round((height - cropHeight) * place),
    width: cropWidth,
    height: cropHeight,
  };
}

/** The lattice whose proportions are nearest to the map's, with about as many cells as `like`. */
export function latticeFor({ width, height }: Size, like: Lattice, limits: LatticeLimits = LATTICE_LIMITS): Lattice {
  const wanted = Math.log(width / height);
  const cells = Math.log(like.rows * like.columns);
  let best = like;
  let least = Infinity;
  for (let rows = limits.minimum; rows <= limits.maximumLong; rows += limits.multiple) {
    for (let columns = limits.minimum; columns <= limits.maximumLong; columns += limits.multiple) {
      if (!isLattice({ rows, columns }, limits)) continue;
      const off = 2 * Math.abs(Math.log(columns / rows) - wanted) + Math.abs(Math.log(rows * columns) - cells);
      if (off < least) {
        least = off;
        best = { rows, columns };
      }
    }
  }
  return best;
}
