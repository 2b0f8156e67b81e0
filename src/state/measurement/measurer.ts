import { sameLattice } from '../../core/lattice.ts';
import { followersOf } from '../../core/region/followers.ts';
import { emptyRegion, isEmptyRegion, type Region } from '../../core/region/region.ts';
import { EngineError } from '../../protocol/errors.ts';
import { fittingMood, fittingZoom } from '../../protocol/capabilities.ts';
import { windowOf } from '../../protocol/manifest.ts';
import type { PaintRequest } from '../../protocol/paintEngine.ts';
import { hearPicture, putMissing } from '../painting/hearPicture.ts';
import { holdPicture } from '../painting/holdPicture.ts';
import type { OwnJob } from '../painting/jobRunner.ts';
import type { JobState } from '../painting/jobState.ts';
import { takeToHistory } from '../picture/pictureKeeper.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import { hasWholePicture, releaseOwn, type RepainterParts } from '../painting/repainter.ts';
import type { Measurement } from './measurement.ts';
import { MeasurementMemory, type Measured } from './measurementMemory.ts';

/** What the model thinks of the picture, and taking another of its thoughts. */
export interface Measurer {
  /** The numbers of the picture as it is now; undefined where there are none. */
  readonly current: Measurement | undefined;
  /** Measures the picture, if that was not done already. Does nothing where there is no whole picture. */
  measure(): Promise<void>;
  /**
   * Puts another code into a cell and makes the pixels around it again. One entry of the history; stopped, none.
   * @param follow what comes after the cell and attends to it is sampled anew
   */
  take(cell: number, code: number, follow: boolean): Promise<void>;
}

export function createMeasurer(parts: RepainterParts): Measurer {
  const { document, engine, store, model, pictures, requests, jobs, seen } = parts;
  const memory = new MeasurementMemory();
  let current: Measurement | undefined;

  function pictureNow(): Measured | undefined {
    const { origin, bundle } = store.getState();
    if (!origin || !bundle.manifest || !hasWholePicture(store.getState(), document)) return undefined;
    const { lattice, tokens } = document;
    // A picture may come from another bundle with the same codebook.
    const mood = fittingMood(bundle.manifest, origin.mood);
    const zoom = fittingZoom(bundle.manifest, origin.zoom);
    return { lattice, tokens, mood, zoom, layoutHash: origin.layoutHash, bundle: bundle.manifest.id };
  }

  /** Numbers are shown of the picture that they are true of, and of no other. */
  function refresh(): void {
    const picture = pictureNow();
    const next = picture && memory.find(picture);
    if (next === current) return;
    current = next;
    const { measurement, lattice } = store.getState();
    const { revision, cell } = measurement;
    const stays = cell !== undefined && cell < document.tokens.length && sameLattice(lattice, document.lattice);
    const numbers = { available: next !== undefined, revision: revision + 1 };
    store.setState({ measurement: { ...measurement, ...numbers, held: false, cell: stays ? cell : undefined } });
  }
  document.subscribe((part) => {
    if (part === 'tokens' || part === 'all') refresh();
  });
  store.subscribe((state, before) => {
    if (state.origin !== before.origin || state.bundle !== before.bundle) refresh();
  });

  /** After a reload the layout that is there stands for the one that was seen. */
  function seenOf(origin: PictureOrigin): PaintRequest['subCells'] {
    return seen.of(origin) ?? seen.now();
  }

  async function measure(own: OwnJob): Promise<JobState> {
    await model.ensure('paint', own.options());
    const picture = pictureNow();
    const { origin } = store.getState();
    if (!picture || !origin) throw new EngineError('ABORTED', 'Another picture.');
    const { lattice, mood, zoom } = picture;
    const tokens = document.tokens.slice();
    const subCells = seenOf(origin);
    const result = await engine.call('measure', { lattice, subCells, mood, zoom, tokens }, own.options());
    if (!own.current) return { phase: 'idle' };
    memory.keep({ ...picture, tokens, ...result });
    refresh();
    return own.done();
  }

  /** Cells after this one that may attend to it. */
  function followers(cell: number): Region {
    return followersOf(onlyCell(cell), document.lattice, windowOf(store.getState().bundle.manifest));
  }

  function onlyCell(cell: number): Region {
    const region = emptyRegion(document.lattice);
    region[cell] = 1;
    return region;
  }

  async function take(own: OwnJob, cell: number, code: number, after: Region | undefined): Promise<JobState> {
    const { origin } = store.getState();
    const toHistory = takeToHistory(parts, 'take');
    const options = own.options((event) => hearPicture(document, event));
    const held = holdPicture(document);
    own.keep = held.takeBack;
    document.putTokens(Uint16Array.of(cell), Int16Array.of(code));
    const { lattice } = document;
    await engine.call('decode', { lattice, tokens: document.tokens.slice(), region: onlyCell(cell) }, options);
    if (!own.current) return { phase: 'idle' };
    if (after) {
      // As the picture was made, with the noise of its own seed: what the taken code does not change is drawn as it was.
      const made = requests.region(after, [origin!.settings.seed], origin);
      const request = { ...made, subCells: seenOf(origin!) };
      releaseOwn(document, after);
      const { candidates, finished } = await engine.call('repaint', request, options);
      if (!own.current || !finished) return { phase: 'idle' };
      held.letGo();
      putMissing(document, candidates[0]!.tokens);
      pictures.placed(origin && { ...origin, layoutHash: seen.note(request.subCells) });
    } else {
      held.letGo();
      pictures.placed(origin);
    }
    own.keep = toHistory;
    return own.done();
  }

  return {
    get current() {
      return current;
    },
    async measure() {
      refresh();
      if (current || !hasWholePicture(store.getState(), document)) return;
      await jobs.run({ purpose: 'measure', needs: () => ['paint'], run: measure });
    },
    async take(cell, code, follow) {
      const { lattice, tokens } = document;
      if (!current || tokens[cell] === code || cell >= tokens.length) return;
      const after = follow ? followers(cell) : emptyRegion(lattice);
      const follows = !isEmptyRegion(after);
      let end: JobState | undefined;
      await jobs.run({
        purpose: 'take',
        needs: () => [follows ? 'paint' : 'look'],
        async run(own) {
          await model.ensure(follows ? 'paint' : 'look', own.options());
          if (!sameLattice(lattice, document.lattice)) throw new EngineError('ABORTED', 'Another format.');
          end = await take(own, cell, code, follows ? after : undefined);
          return end;
        },
      });
      if (end?.phase === 'done' && store.getState().measurement.open) await this.measure();
    },
  };
}
