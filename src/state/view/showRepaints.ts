import { isRunning } from '../painting/jobState.ts';
import type { Studio } from '../studio.ts';

/**
 * Where one canvas is seen at a time: what a repaint has made is shown when it is done. Who goes back to the layout while
 * one is at work, or from what was shown, stays there until they ask for a picture themselves.
 * @param isFree whether nothing is being drawn: no canvas goes away under a finger
 */
export function showRepaints({ store }: Pick<Studio, 'store'>, isFree: () => boolean): () => void {
  let shown = false;
  let declined = false;
  return store.subscribe((now, before) => {
    const begins = isRunning(now.job) && !isRunning(before.job);
    // Paint and Repaint show the picture first; what a stroke begins does not.
    if (begins && now.view === 'picture') declined = false;
    if (now.view !== before.view) {
      if (now.view === 'layout' && (shown || isRunning(now.job))) declined = true;
      shown = false;
    }
    const { job } = now;
    const isDone = job !== before.job && job.phase === 'done' && job.purpose === 'repaint';
    if (!isDone || now.view === 'picture' || declined || !isFree()) return;
    store.setState({ view: 'picture' });
    shown = true;
  });
}
