import type { AttentionWindow } from '../attentionWindow.ts';
import { LATTICE_LIMITS, type Lattice, type LatticeLimits } from '../lattice.ts';
import type { Rect } from '../rect.ts';
import { evenParts } from './evenTiles.ts';
import { boundsOfRegion, isEmptyRegion, type Region } from './region.ts';
import { regionCrop, ROWS_BELOW } from './regionCrop.ts';

/**
 * A region in parts whose crops the model can sample, from the left or the top: a picture that was extended may be longer
 * than any lattice the model knows. One part, where the region's crop is such a lattice.
 */
export function regionPieces(
  region: Region,
  lattice: Lattice,
  window: AttentionWindow,
  { maximumLong, multiple }: Pick<LatticeLimits, 'maximumLong' | 'multiple'> = LATTICE_LIMITS,
): Region[] {
  const crop = regionCrop(region, lattice, window);
  if (Math.max(crop.width, crop.height) <= maximumLong) return [region];
  const bounds = boundsOfRegion(region, lattice);
  // What a crop has around its cells, and what rounding adds, has to fit too.
  const around = Math.max(window.left + window.right, window.rows + ROWS_BELOW);
  const longest = maximumLong - around - multiple;
  const isWide = crop.width > maximumLong;
  const length = isWide ? bounds.width : bounds.height;
  const pieces = evenParts(0, length, longest).map(([from, to]) => {
    const part: Rect = isWide
      ? { ...bounds, x: bounds.x + from, width: to - from }
      : { ...bounds, y: bounds.y + from, height: to - from };
    return within(region, lattice, part);
  });
  return pieces.filter((piece) => !isEmptyRegion(piece));
}

function within(region: Region, { columns }: Lattice, rect: Rect): Region {
  return region.map((cell, at) => {
    const x = (at % columns) - rect.x;
    const y = Math.floor(at / columns) - rect.y;
    return cell === 1 && x >= 0 && y >= 0 && x < rect.width && y < rect.height ? 1 : 0;
  });
}
