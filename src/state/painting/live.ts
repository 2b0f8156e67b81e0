import { capabilitiesOf } from '../../protocol/capabilities.ts';
import type { BackendChoice } from '../../protocol/paintEngine.ts';
import { isRunning } from './jobState.ts';
import type { PageState } from '../pageState.ts';
import type { Studio } from '../studio.ts';

/**
 * A step of the transformer, one lane, may take this long where repainting starts by itself: a stroke of some cells is
 * about two hundred steps of two or three lanes, and is worth watching for two or three seconds. Milliseconds.
 */
const FAST_STEP = 8;

/** Whether what has changed is repainted at the end of each stroke: as the person has said, else where that is fast. */
export function isLive({ live, backends, bundle }: Pick<PageState, 'live' | 'backends' | 'bundle'>): boolean {
  return capabilitiesOf(bundle.manifest).repaint && (live ?? isFast(backends));
}

/** As measured when the model was made ready. */
function isFast(backends: readonly BackendChoice[]): boolean {
  const step = backends.find(({ graph }) => graph === 'step');
  return step !== undefined && step.milliseconds <= FAST_STEP;
}

/** Repaints what a stroke has changed when it ends. Undo and redo are no strokes, and nothing is fetched for it. */
export function repaintWhenStrokesEnd({ history, store, repainter }: Studio): void {
  let { made } = history.getState();
  history.subscribe(() => {
    const { undoKind, made: now } = history.getState();
    const isNew = now !== made && undoKind === 'gesture';
    made = now;
    const { bundle, job, changed } = store.getState();
    // A repaint under way begins anew with the new stroke; any other job is the person's own wish.
    const isFree = !isRunning(job) || ('purpose' in job && job.purpose === 'repaint');
    if (isNew && changed > 0 && isFree && bundle.loaded === 'paint' && isLive(store.getState())) {
      void repainter.repaintChanges();
    }
  });
}
