import { isGiven } from '../picture/pictureOrigin.ts';
import type { Studio } from '../studio.ts';
import { setPage } from '../view/toolActions.ts';

/** What was given is known to the rest; a picture that was begun at its top goes on from there. Both may only decode. */
export function goOn(studio: Studio): void {
  const { document, painter, repainter, store } = studio;
  setPage(studio, { view: 'picture' });
  const { origin, bundle } = store.getState();
  void (isGiven(origin, document.lattice, bundle.manifest) ? repainter.complete() : painter.goOn());
}

export function repaintChanges(studio: Studio): void {
  setPage(studio, { view: 'picture' });
  void studio.repainter.repaintChanges();
}

export function startPainting(studio: Studio): void {
  // On a narrow screen the person wants to see what happens.
  setPage(studio, { view: 'picture' });
  void studio.painter.paint();
}
