import { EMPTY_TOKEN, sameLattice } from '../../core/lattice.ts';
import { sameNumbers } from '../../core/sameNumbers.ts';
import { withoutCells } from '../../core/photo/ownPixels.ts';
import {
  cellsOf,
  changedRegion,
  emptyRegion,
  growRegion,
  isEmptyRegion,
  regionSize,
  type Region,
} from '../../core/region/region.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { EngineError } from '../../protocol/errors.ts';
import type { RepaintRequest } from '../../protocol/paintEngine.ts';
import { decodeWithin } from './decodeWithin.ts';
import { hearPicture, putMissing } from './hearPicture.ts';
import { holdPicture } from './holdPicture.ts';
import type { OwnJob } from './jobRunner.ts';
import type { PainterParts } from './painter.ts';
import { stoppedJob, type JobState } from './jobState.ts';
import { takeToHistory } from '../picture/pictureKeeper.ts';
import { mayKnowTokensOf, type PictureOrigin } from '../picture/pictureOrigin.ts';
import type { PageState } from '../pageState.ts';
import type { SeenLayouts } from './seenLayouts.ts';
import type { WorkKeeper } from '../work/workKeeper.ts';

/** Samples parts of a picture anew; everything else stays, token for token. */
export interface Repainter {
  /** The cells in which the layout has changed since the picture was painted, and their rim. */
  changes(): Region;
  /** Repaints what has changed. Does nothing where nothing has. */
  repaintChanges(): Promise<void>;
  /**
   * Samples the cells that are empty, with all others known, and decodes what there is if none is; what there is when
   * it is stopped stays.
   */
  complete(): Promise<void>;
  /** The same as a part of a job that is under way. */
  completeWithin(own: OwnJob): Promise<JobState>;
  /** Repaints a region with a new seed. Does nothing for an empty one, or where there is no whole picture. */
  repaint(region: Region): Promise<void>;
}

export interface RepainterParts extends PainterParts {
  readonly works: WorkKeeper;
  readonly seen: SeenLayouts;
}

export function createRepainter(parts: RepainterParts): Repainter {
  const { document, engine, store, model, pictures, requests, jobs, seen } = parts;

  function changed(): Region {
    const { origin } = store.getState();
    const before = origin && hasWholePicture(store.getState(), document) ? seen.of(origin) : undefined;
    return before ? changedRegion(before, seen.now(), document.lattice) : emptyRegion(document.lattice);
  }

  const withRim = (region: Region) => growRegion(region, document.lattice, store.getState().rim);

  function noteChanges(): void {
    const region = changed();
    const now = { changed: regionSize(region), changes: isEmptyRegion(region) ? undefined : withRim(region) };
    const before = store.getState();
    const isSame = now.changed === before.changed && sameRegion(now.changes, before.changes);
    if (!isSame) store.setState(now);
  }
  // A stroke is over when the history has it.
  parts.history.subscribe(noteChanges);
  store.subscribe((state, before) => {
    const isSame = state.origin === before.origin && state.lattice === before.lattice && state.rim === before.rim;
    // Under another codebook the picture cannot be repainted.
    if (isSame && state.bundle.manifest === before.bundle.manifest) return;
    // Remembers the layout of a picture that was put in place with it.
    if (state.origin && state.origin !== before.origin) rememberLayout(state.origin);
    noteChanges();
  });

  function rememberLayout(origin: PictureOrigin): void {
    const now = seen.of(origin);
    if (now) seen.note(now);
  }

  const writing = (own: OwnJob) => own.options((event) => hearPicture(document, event));

  /** What was stopped in its last phase has all of its tokens, and not all of its pixels. */
  const wanted = () => (document.tokens.includes(EMPTY_TOKEN) ? 'paint' : 'look');

  function complete(): Promise<void> {
    return jobs.run({ purpose: 'complete', needs: () => [wanted()], run: completeWithin });
  }

  async function completeWithin(own: OwnJob): Promise<JobState> {
    const { lattice } = document;
    const need = wanted();
    await model.ensure(need, own.options());
    if (!sameLattice(lattice, document.lattice)) throw new EngineError('ABORTED', 'Another format.');
    if (need === 'look') return decodeWithin(own, parts);
    const empty = document.tokens.map((token) => (token === EMPTY_TOKEN ? 1 : 0));
    const request = requests.region(Uint8Array.from(empty), requests.seeds(1, true));
    const { origin } = store.getState();
    const { candidates, finished } = await engine.call('repaint', request, writing(own));
    if (!own.current) return { phase: 'idle' };
    putMissing(document, candidates[0]!.tokens);
    pictures.placed(origin && { ...origin, layoutHash: seen.note(request.subCells), finished });
    return finished ? own.done() : stoppedJob(document);
  }

  function run(region: Region, keepsSeed: boolean): Promise<void> {
    if (isEmptyRegion(region) || !hasWholePicture(store.getState(), document)) return Promise.resolve();
    const { lattice } = document;
    return jobs.run({
      purpose: 'repaint',
      needs: () => ['paint'],
      async run(own) {
        await model.ensure('paint', own.options());
        if (!sameLattice(lattice, document.lattice)) throw new EngineError('ABORTED', 'Another format.');
        return sample(own, requests.region(region, requests.seeds(1, keepsSeed)));
      },
    });
  }

  async function sample(own: OwnJob, request: RepaintRequest): Promise<JobState> {
    const { origin } = store.getState();
    const held = holdPicture(document);
    const toHistory = takeToHistory(parts, 'repaint');
    // Half of a repaint is none: what was there comes back.
    own.keep = held.takeBack;
    releaseOwn(document, request.region);
    const { candidates, finished } = await engine.call('repaint', request, writing(own));
    if (!own.current || !finished) return { phase: 'idle' };
    held.letGo();
    putMissing(document, candidates[0]!.tokens);
    const next = origin && { ...origin, layoutHash: seen.note(request.subCells) };
    pictures.placed(next);
    own.keep = toHistory;
    return own.done();
  }

  return {
    changes: () => withRim(changed()),
    repaintChanges: () => run(withRim(changed()), true),
    complete,
    completeWithin,
    repaint: (region) => run(region, false),
  };
}

function sameRegion(a: Region | undefined, b: Region | undefined): boolean {
  return a && b ? sameNumbers(a, b) : a === b;
}

/** What is sampled anew is the photograph's no more. */
export function releaseOwn(document: PaintDocument, region: Region): void {
  if (document.own) document.setOwn(withoutCells(document.own, cellsOf(region)));
}

/** Whether there is a picture without gaps whose tokens the bundle knows. */
export function hasWholePicture(
  { origin, bundle }: Pick<PageState, 'origin' | 'bundle'>,
  { tokens }: Pick<PaintDocument, 'tokens'>,
): boolean {
  if (origin?.finished !== true || tokens.includes(EMPTY_TOKEN)) return false;
  return mayKnowTokensOf(bundle.manifest, origin);
}
