import { layoutHeight, layoutWidth, type Lattice } from './lattice.ts';
import type { Layout } from './layout.ts';
import { resampleIds } from './resampleIds.ts';

/**
 * The layout stretched over another lattice, so that a person keeps what they painted when the format changes.
 * @returns class ids [16 * rows, 16 * columns] of `lattice`
 */
export function resampleLayout(layout: Layout, lattice: Lattice): Uint8Array<ArrayBuffer> {
  const { width, height } = layout;
  return resampleIds(layout, { x: 0, y: 0, width, height }, layoutWidth(lattice), layoutHeight(lattice));
}
