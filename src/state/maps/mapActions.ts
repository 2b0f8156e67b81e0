import type { Lattice } from '../../core/lattice.ts';
import type { Studio } from '../studio.ts';

/** The map in the dialog becomes the layout, and, if wanted, a picture at once. Undo brings back what was there. */
export async function takeMap(studio: Studio, { paint }: { readonly paint: boolean }): Promise<void> {
  const { mapImport } = studio.store.getState();
  if (mapImport?.phase !== 'read') return;
  const layout = await studio.maps.take();
  if (!layout) return;
  placeLayout(studio, layout, mapImport.lattice);
  studio.store.setState({ dialog: undefined, view: paint ? 'picture' : 'layout' });
  if (paint) await studio.painter.paint();
}

/** A layout from elsewhere in place of the work. */
export function placeLayout({ history, painter, pictures }: Studio, layout: Uint8Array, lattice: Lattice): void {
  painter.interrupt();
  pictures.remember();
  history.replace({ lattice, layout }, 'map');
  pictures.placed(undefined);
  painter.dismiss();
}
