import { ANY } from '../core/classes.ts';
import { isLattice, LATTICE_LIMITS, sameLattice, type Lattice } from '../core/lattice.ts';
import { LAYOUT_ENTRIES } from './layoutEntries.ts';
import type { Studio } from './studio.ts';

export function undo(studio: Studio): void {
  const { history } = studio;
  step(studio, history.busy ? 'stroke' : history.getState().undoLabel, () => history.undo());
}

export function redo(studio: Studio): void {
  const { history } = studio;
  step(studio, history.getState().redoLabel, () => history.redo());
}

function step(studio: Studio, label: string | undefined, move: () => void): void {
  if (label === undefined || LAYOUT_ENTRIES.has(label)) {
    move();
    return;
  }
  const { pictures, painter, store } = studio;
  painter.interrupt();
  // What is seen now may be asked for again by the opposite step.
  pictures.remember();
  move();
  // The history holds tokens. Their pixels are remembered, or else made again where that costs no download.
  const missing = pictures.refill();
  painter.dismiss();
  if (missing && store.getState().bundle.loaded !== 'none') void painter.decode();
}

export function clearLayout({ history }: Studio): void {
  history.fill(ANY, 'clear');
}

/** Another format: the layout is stretched over it; the picture goes, and comes back with undo. */
export function changeFormat(studio: Studio, lattice: Lattice): void {
  const { document, history, painter, pictures, store } = studio;
  const limits = store.getState().bundle.manifest?.lattice ?? LATTICE_LIMITS;
  if (!isLattice(lattice, limits) || sameLattice(lattice, document.lattice)) return;
  painter.interrupt();
  pictures.remember();
  history.changeLattice(lattice, 'format');
  pictures.placed(undefined);
  painter.dismiss();
}
