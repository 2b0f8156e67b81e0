import { hashOf } from '../../core/hashOf.ts';
import { subCellsOf } from '../../core/layout.ts';
import { chosenZoom } from '../../core/zoom.ts';
import { fittingMood } from '../../protocol/capabilities.ts';
import { parseSavedHistory } from '../../io/savedHistory.ts';
import type { StoredWork } from '../../io/workStore.ts';
import type { Starter } from '../../io/starters.ts';
import { firstLayout } from './firstLayout.ts';
import { stoppedJob } from '../painting/jobState.ts';
import { parsePictureResult } from '../picture/pictureResult.ts';
import { restoredState } from '../persistence.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import type { Studio } from '../studio.ts';
import { replaceWork } from './replaceWork.ts';

/** A starter in place of the work, which undo brings back. */
export async function takeStarter(studio: Studio, starter: Starter): Promise<void> {
  const { lattice, layout, tokens, picture } = starter;
  const origin = () => originOf(studio, starter);
  if (await replaceWork(studio, { lattice, layout, tokens, picture, label: 'starter', origin }))
    takeOver(studio, starter);
}

/** The first visit: there is nothing yet that undo could bring back. */
export function beginWithStarter(studio: Studio, starter: Starter): void {
  studio.document.reset(starter);
  studio.pictures.placed(originOf(studio, starter));
  takeOver(studio, starter);
  studio.store.setState({ opened: true });
}

/** The first visit where no starter can be had: a layout, so that the page is not empty. */
export function beginWithLayout({ document, pictures, store }: Studio, layout?: Uint8Array<ArrayBuffer>): void {
  const { lattice } = document;
  document.reset({ lattice, layout: layout ?? firstLayout(lattice) });
  pictures.placed(undefined);
  store.setState({ opened: true });
}

/** How long a first visit waits for a starter before there is something to paint on. Milliseconds. */
const PATIENCE = 800;

/**
 * The first visit: a starter as soon as it is there. Where it is slow a person paints already; it comes only if they did
 * not touch anything meanwhile.
 * @param starter undefined where none can be had
 */
export async function begin(
  studio: Studio,
  starter: Promise<Starter | undefined>,
  patience: number = PATIENCE,
): Promise<void> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patience);
  });
  const first = await Promise.race([starter, late]);
  if (first) {
    beginWithStarter(studio, first);
    return;
  }
  beginWithLayout(studio);
  const { layout } = studio.document.revision;
  void starter.then((found) => {
    const untouched = studio.document.revision.layout === layout && studio.store.getState().job.phase === 'idle';
    if (found && untouched) beginWithStarter(studio, found);
  });
}

/** The work of last time, as it was, with the recent part of its history. */
export function resumeWork(
  { document, history, pictures, store }: Studio,
  { work, info, history: kept }: Omit<Extract<StoredWork, { kind: 'work' }>, 'kind'>,
): void {
  document.reset(work);
  // One that does not fit is left: the picture is there without it.
  const saved = parseSavedHistory(kept, parsePictureResult);
  if (saved) history.restore(saved);
  const named = info && { title: info.title, from: info.from };
  const state = { title: '', from: 'own' as const, ...restoredState(work.page), ...named };
  pictures.placed(state.origin);
  store.setState({ ...state, opened: true, ...(state.origin?.finished === false && { job: stoppedJob(document) }) });
}

function originOf({ document }: Studio, { mood, zoom, settings, bundle, codebook }: Starter): PictureOrigin {
  const layoutHash = hashOf(subCellsOf(document.layout, document.lattice));
  return { bundle, codebook, mood, zoom, settings, layoutHash, finished: true };
}

/** The settings that it was painted with. */
function takeOver({ store }: Studio, { lattice, mood, zoom, settings }: Starter): void {
  const { manifest } = store.getState().bundle;
  store.setState((state) => ({
    mood: fittingMood(manifest, mood),
    zoom: chosenZoom(zoom, lattice),
    // A seed that the person holds on to stays theirs.
    settings: { ...settings, seed: state.seedLocked ? state.settings.seed : settings.seed },
    seedChosen: false,
    // On a narrow screen the finished picture is what is seen first.
    view: 'picture',
  }));
}
