import { resampleLayout } from '../../core/resampleLayout.ts';
import { isLattice, LATTICE_LIMITS, sameLattice, type Lattice } from '../../core/lattice.ts';
import { isRunning, stoppedJob } from '../painting/jobState.ts';
import { isMadeAlike, knowsTokensOf } from '../picture/pictureOrigin.ts';
import { followOrigin } from '../settings/settingsActions.ts';
import type { Studio } from '../studio.ts';
import { putInPlace } from './replaceWork.ts';

export function undo(studio: Studio): void {
  const { history } = studio;
  // What leaves the picture alone a running job does not mind.
  if (history.getState().undoKind === 'result' && !history.busy) travel(studio, () => history.undo());
  else history.undo();
}

export function redo(studio: Studio): void {
  const { history } = studio;
  const { redoKind, redoTarget } = history.getState();
  // A job that is ended for it leaves an entry of its own, from which `history.redo` would find nothing to do again.
  if (redoKind === 'result' && redoTarget !== undefined) travel(studio, () => history.goTo(redoTarget));
  else history.redo();
}

/** Goes to any entry of the history. A running job does not mind where the picture stays the same. */
export function goToEntry(studio: Studio, id: number): void {
  const { history } = studio;
  const { current } = history.getState();
  if (history.pictureOf(id)?.id === history.pictureOf(current)?.id) history.goTo(id);
  else travel(studio, () => history.goTo(id));
}

function travel(studio: Studio, move: () => void): void {
  const { pictures, painter, store } = studio;
  painter.interrupt();
  // What is seen now may be asked for again by the opposite step.
  pictures.remember();
  const { origin: before } = store.getState();
  move();
  // The history holds tokens. Their pixels are remembered, or else made again where the model is ready and theirs.
  const missing = pictures.refill();
  painter.dismiss();
  const { origin, bundle, job } = store.getState();
  if (origin && !isMadeAlike(origin, before)) followOrigin(studio, origin);
  if (origin?.finished === false && !isRunning(job)) store.setState({ job: stoppedJob(studio.document) });
  const isHere = bundle.loaded !== 'none' || bundle.download?.missing === 0;
  const canLook = isHere && knowsTokensOf(bundle.manifest, origin);
  if (missing && canLook) void painter.decode();
}

/** Another format: the layout is stretched over it; the picture goes, and comes back with undo. */
export function changeFormat(studio: Studio, lattice: Lattice): void {
  const { document, painter, store } = studio;
  const limits = store.getState().bundle.manifest?.lattice ?? LATTICE_LIMITS;
  if (!isLattice(lattice, limits) || sameLattice(lattice, document.lattice)) return;
  painter.interrupt();
  putInPlace(studio, { lattice, layout: resampleLayout(document.layout, lattice), label: 'format' });
  painter.dismiss();
}
