import type { Lattice } from '../../core/lattice.ts';
import type { Studio } from '../studio.ts';
import { replaceWork } from '../work/replaceWork.ts';

/** The map in the dialog becomes the layout, and, if wanted, a picture at once. Undo brings back what was there. */
export async function takeMap(studio: Studio, { paint }: { readonly paint: boolean }): Promise<void> {
  const { mapImport } = studio.store.getState();
  if (mapImport?.phase !== 'read') return;
  const layout = await studio.maps.take();
  if (!layout) return;
  if (!(await placeLayout(studio, layout, mapImport.lattice))) return;
  studio.store.setState({ dialog: undefined, view: paint ? 'picture' : 'layout' });
  if (paint) await studio.painter.paint();
}

/** A layout from elsewhere in place of the work. @returns whether it is */
export function placeLayout(studio: Studio, layout: Uint8Array, lattice: Lattice): Promise<boolean> {
  return replaceWork(studio, { lattice, layout, label: 'map' });
}
