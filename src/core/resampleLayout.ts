import { layoutHeight, layoutWidth, type Lattice } from './lattice.ts';
import type { Layout } from './layout.ts';
import { wholeRect } from './rect.ts';
import { resampleIds } from './resampleIds.ts';

/**
 * The layout stretched over another lattice, so that a person keeps what they painted when the format changes.
 * @returns class ids [16 * rows, 16 * columns] of `lattice`
 */
export function resampleLayout(layout: Layout, lattice: Lattice): Uint8Array<ArrayBuffer> {
  return resampleIds(layout, wholeRect(layout), layoutWidth(lattice), layoutHeight(lattice));
}
