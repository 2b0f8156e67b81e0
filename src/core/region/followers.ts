import type { AttentionWindow } from '../attentionWindow.ts';
import type { Lattice } from '../lattice.ts';
import { emptyRegion, type Region } from './region.ts';

/** How far behind a region's cells the kept ones are asked whether they like what came before them. */
const REACH: AttentionWindow = { rows: 2, left: 2, right: 2 };

/**
 * The kept cells that come right after a region: below it and to its right, in raster order after one of its cells and
 * with it inside a window of `reach`. How likely they are under what was sampled says how well that joins on.
 */
export function followersOf(region: Region, lattice: Lattice, reach = REACH): Region {
  const { rows, columns } = lattice;
  const followers = emptyRegion(lattice);
  for (let cell = 0; cell < region.length; cell++) {
    if (region[cell] === 0) continue;
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    for (let down = 0; down <= reach.rows && row + down < rows; down++) {
      for (let across = down === 0 ? 1 : -reach.right; across <= reach.left; across++) {
        if (column + across < 0 || column + across >= columns) continue;
        const other = (row + down) * columns + column + across;
        if (region[other] === 0) followers[other] = 1;
      }
    }
  }
  return followers;
}
