import type { Studio } from '../studio.ts';
import { replaceWork } from '../work/replaceWork.ts';

/** The map in the dialog becomes the layout, and, if wanted, a picture at once. Undo brings back what was there. */
export async function takeMap(studio: Studio, { paint }: { readonly paint: boolean }): Promise<void> {
  const { mapImport } = studio.store.getState();
  if (mapImport?.phase !== 'read') return;
  const layout = await studio.maps.take();
  if (!layout) return;
  if (!(await replaceWork(studio, { lattice: mapImport.lattice, layout, label: 'map' }))) return;
  studio.store.setState({ dialog: undefined, view: paint ? 'picture' : 'layout' });
  if (paint) await studio.painter.paint();
}
