import { lacksPixels } from '../../core/lacksPixels.ts';
import { thumbnailOf } from '../../core/thumbnail.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { classesNow } from '../exporting/madeFiles.ts';
import { isRunning } from '../painting/jobState.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureHistory } from './pictureResult.ts';

/** About what a result takes beside its thumbnail. */
const OVERHEAD = 300;

/** Notes, in the history, what the picture of now is like, if that is not noted yet. Not for while a job writes into it. */
export type NoteResult = () => void;

export function createResultNoter(
  document: PaintDocument,
  history: PictureHistory,
  store: PageStore,
  clock: () => number = Date.now,
): NoteResult {
  function note(): void {
    const { origin, coverage } = store.getState();
    const node = history.pictureOf(history.getState().current);
    if (!node) return;
    const { id, result } = node;
    if (result?.origin === origin && result?.coverage === coverage) return;
    // Tokens came back without their pixels: what was noted while those were there is truer.
    const wasDecoded = coverage === 'none' || result?.origin?.finished === true;
    if (result && wasDecoded && lacksPixels(document)) return;
    const thumbnail = thumbnailOf(document.picture, document.layout, classesNow({ store }));
    const bytes = thumbnail.pixels.length + OVERHEAD;
    history.note(id, { origin, coverage, thumbnail, time: result?.time ?? clock(), bytes });
  }

  // What is put in place by whatever means has its thumbnail once it rests, and nobody has to ask for it.
  let waiting = false;
  store.subscribe(({ origin, coverage, job }, before) => {
    if (waiting || isRunning(job)) return;
    if (origin === before.origin && coverage === before.coverage && job === before.job) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (!isRunning(store.getState().job)) note();
    });
  });

  return note;
}
