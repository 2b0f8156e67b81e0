import { EMPTY_TOKEN, latticeRect, sameLattice, toLayout, type Lattice } from '../../core/lattice.ts';
import { layOwnPixels, withoutCells } from '../../core/photo/ownPixels.ts';
import { growRect, intersectRect, type Rect } from '../../core/rect.ts';
import { boundsOfRegion, cellsOf, type Region } from '../../core/region/region.ts';
import { EngineError } from '../../protocol/errors.ts';
import type { EngineEvent } from '../../protocol/paintEngine.ts';
import type { OwnJob } from './jobRunner.ts';
import { isRunning, type JobState } from './jobState.ts';
import { cellPixelsNow } from '../settings/formats.ts';
import { fillTile } from './hearPicture.ts';
import { takeToHistory } from '../picture/pictureKeeper.ts';
import { mayKnowTokensOf } from '../picture/pictureOrigin.ts';
import { releaseOwn, type RepainterParts } from './repainter.ts';
import { wantsDecoding } from '../picture/wantsDecoding.ts';
import { CandidatePixels } from './candidatePixels.ts';
import type { CandidateTray } from './candidateTray.ts';

/** Several ways to fill a region, side by side, of which a person takes one. */
export interface CandidateChooser {
  /** What the tray's candidates look like. */
  readonly pixels: CandidatePixels;
  /** Samples candidates for a region; the tray before gives way. */
  sample(region: Region, count: number): Promise<void>;
  /**
   * Whether one of the tray can be put into the picture now: not while another job runs, nor where the picture around
   * them has gaps. One may take the place of another that is still being decoded.
   */
  readonly canTake: boolean;
  /** Shows one of the tray in the picture's place until another one, or none, is pointed at. */
  point(index: number | undefined): void;
  /** The picture with the one that is pointed at, as it would be; undefined where none is. */
  pointed(): Uint8ClampedArray<ArrayBuffer> | undefined;
  /** Puts one of the tray into the picture; the tray stays. Does nothing where none can be taken. */
  take(index: number): Promise<void>;
  /** Lets go of the candidates that were not taken. */
  close(): void;
}

/** Cells around the region that thumbnails show. */
const MARGIN = 2;

export function createCandidateChooser(parts: RepainterParts): CandidateChooser {
  const { document, engine, store, model, pictures, requests, jobs, seen } = parts;
  const pixels = new CandidatePixels();
  const trayNow = () => store.getState().tray;
  const setTray = (tray: CandidateTray | undefined) => store.setState({ tray });

  const close = () => setTray(undefined);
  // Candidates are for the cells of one lattice, in the tokens of one codebook.
  document.subscribe((part) => {
    if (part === 'all' && trayNow() !== undefined) close();
  });
  store.subscribe(({ bundle: { manifest }, tray }, { bundle: before, tray: trayBefore }) => {
    if (manifest?.codebook.id !== before.manifest?.codebook.id && tray !== undefined) close();
    if (tray === undefined && trayBefore !== undefined) pixels.clear();
  });

  /** Whether all that a region leaves of the picture, if anything, is there, and the bundle knows it. */
  function isKnownAround(region: Region): boolean {
    if (!region.includes(0)) return true;
    const { bundle, origin } = store.getState();
    const isThere = document.tokens.every((token, cell) => token !== EMPTY_TOKEN || region[cell] === 1);
    return isThere && mayKnowTokensOf(bundle.manifest, origin);
  }

  function canTake(): boolean {
    const { job, tray } = store.getState();
    const isFree = !isRunning(job) || ('purpose' in job && job.purpose === 'choose');
    return isFree && tray !== undefined && isKnownAround(tray.region);
  }

  function hear(event: EngineEvent): void {
    const tray = trayNow();
    if (event.type !== 'tile' || tray === undefined) return;
    const own = document.own && withoutCells(document.own, cellsOf(tray.region));
    if (own) layOwnPixels(own, tray.lattice, event.rect, event.pixels);
    fillTile(document, event);
    pixels.put(event.candidate, event.rect, event.pixels);
    setTray({ ...tray, revision: tray.revision + 1 });
  }

  async function sample(own: OwnJob, region: Region, count: number): Promise<JobState> {
    const seeds = requests.seeds(count, false);
    const request = requests.region(region, seeds);
    const { lattice } = request;
    const view = viewOf(region, lattice);
    document.setCellPixels(cellPixelsNow(store.getState()));
    pixels.begin(count, document, view);
    const layoutHash = seen.note(request.subCells);
    const drawn = seeds.map((seed) => ({ seed, tokens: undefined, score: undefined }));
    setTray({
      lattice,
      region,
      view,
      candidates: drawn,
      layoutHash,
      revision: 0,
      taken: undefined,
      pointed: undefined,
    });
    // Candidates that are not whole are none.
    own.keep = close;
    const { candidates, finished } = await engine.call('repaint', request, own.options(hear));
    const tray = trayNow();
    if (!own.current || !finished || tray === undefined) return { phase: 'idle' };
    own.keep = () => undefined;
    setTray({ ...tray, candidates, revision: tray.revision + 1 });
    return own.done();
  }

  async function put(own: OwnJob, tray: CandidateTray, index: number): Promise<JobState> {
    const { tokens, seed } = tray.candidates[index]!;
    const { origin, mood, settings } = store.getState();
    own.keep = takeToHistory(parts, 'candidate');
    releaseOwn(document, tray.region);
    const cells = cellsOf(tray.region);
    document.putTokens(
      Uint16Array.from(cells),
      Int16Array.from(cells, (cell) => tokens![cell]!),
    );
    document.putTile(tray.view, pixels.of(index)!);
    const whole = cells.length === tray.region.length;
    // What is around the region may have been repainted since, for another layout than the candidates saw there.
    const subCells = seen.within(tray.region, origin, seen.find(tray.layoutHash));
    const made = requests.originOf({ subCells, mood, zoom: requests.zoomNow(), settings: { ...settings, seed } });
    // Until it is decoded it shows the tray's pixels, which are not the last ones.
    pictures.placed({ ...(whole || !origin ? made : { ...origin, layoutHash: seen.note(subCells) }), finished: false });
    setTray({ ...tray, taken: index, pointed: undefined });
    const { lattice, region } = tray;
    const isPart = !whole && !wantsDecoding(document, store.getState());
    const given = { lattice, tokens: document.tokens.slice(), ...(isPart && { region: region.slice() }) };
    const show = (event: EngineEvent) => event.type === 'tile' && document.putTile(event.rect, event.pixels);
    await engine.call('decode', given, own.options(show));
    if (!own.current) return { phase: 'idle' };
    pictures.end(true);
    return own.done();
  }

  return {
    pixels,
    sample(region, count) {
      const { lattice } = document;
      if (!region.includes(1) || !isKnownAround(region)) return Promise.resolve();
      return jobs.run({
        purpose: 'candidates',
        needs: () => ['paint'],
        async run(own) {
          await model.ensure('paint', own.options());
          if (!sameLattice(lattice, document.lattice)) throw new EngineError('ABORTED', 'Another format.');
          if (!isKnownAround(region)) throw new EngineError('ABORTED', 'Another codebook.');
          return sample(own, region, count);
        },
      });
    },
    get canTake() {
      return canTake();
    },
    point(index) {
      const tray = trayNow();
      if (tray && tray.pointed !== index) setTray({ ...tray, pointed: index });
    },
    pointed() {
      const tray = trayNow();
      if (tray?.pointed === undefined || tray.pointed === tray.taken) return undefined;
      return pixels.inPicture(tray.pointed, document);
    },
    async take(index) {
      if (trayNow()?.candidates[index]?.tokens === undefined || !canTake()) return;
      await jobs.run({
        purpose: 'choose',
        async run(own) {
          await model.ensure('look', own.options());
          const tray = trayNow();
          if (tray?.candidates[index]?.tokens === undefined || !canTake()) return { phase: 'idle' };
          return put(own, tray, index);
        },
      });
    },
    close,
  };
}

function viewOf(region: Region, lattice: Lattice): Rect {
  return toLayout(intersectRect(growRect(boundsOfRegion(region, lattice), MARGIN), latticeRect(lattice)));
}
