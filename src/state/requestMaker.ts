import { subCellsOf } from '../core/layout.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { PaintRequest } from '../protocol/paintEngine.ts';
import { hashOf, knowsTokensOf, type PictureOrigin } from './pictureOrigin.ts';
import type { PageState, PageStore } from './pageState.ts';

type Request = Omit<PaintRequest, 'jobId'>;

/** Makes the engine's requests of what the person has painted and set. */
export interface RequestMaker {
  /** A new picture. Takes a new seed, unless the person holds on to theirs. */
  fresh(): Request;
  /** What the stopped picture was begun with, and its tokens; undefined where there is none. */
  resumed(): Request | undefined;
  originOf(request: Request): PictureOrigin;
}

/** Layouts of stopped pictures that are kept, 32 kB each at most. */
const KEPT_LAYOUTS = 8;

export function createRequestMaker(document: PaintDocument, store: PageStore, randomSeed: () => number): RequestMaker {
  /** Sub-cells by their hash: a stopped picture goes on under the layout it has seen, whatever was painted since. */
  const layouts = new Map<number, Uint8Array<ArrayBuffer>>();

  function subCellsNow(): Uint8Array<ArrayBuffer> {
    return subCellsOf(document.layout, document.lattice);
  }

  return {
    fresh() {
      const { mood, settings, seedLocked, seedChosen, bundle } = store.getState();
      const seed = seedLocked || seedChosen ? settings.seed : randomSeed();
      const codes = bundle.manifest?.codebook.codes ?? settings.topK;
      const next = { ...settings, seed };
      store.setState({ settings: next, seedChosen: false });
      const subCells = subCellsNow();
      layouts.set(hashOf(subCells), subCells.slice());
      for (const hash of [...layouts.keys()].slice(0, -KEPT_LAYOUTS)) layouts.delete(hash);
      return { lattice: document.lattice, subCells, mood, settings: { ...next, topK: Math.min(next.topK, codes) } };
    },
    resumed() {
      const { origin } = store.getState();
      if (!origin) return undefined;
      // After a reload the layout that is there stands for the one that was seen.
      const subCells = layouts.get(origin.layoutHash) ?? subCellsNow();
      const { mood, settings } = origin;
      const forced = document.tokens.slice();
      return { lattice: document.lattice, subCells: subCells.slice(), mood, settings, forced };
    },
    originOf({ subCells, mood, settings }) {
      const { manifest } = store.getState().bundle;
      if (manifest === undefined) throw new Error('A picture is painted before its bundle is known.');
      return {
        bundle: manifest.id,
        codebook: manifest.codebook.id,
        decoder: manifest.decoder.id,
        mood,
        settings,
        layoutHash: hashOf(subCells),
        finished: false,
      };
    },
  };
}

/** Whether the picture was stopped and this bundle can finish it. */
export function canGoOn({ origin, bundle }: Pick<PageState, 'origin' | 'bundle'>): boolean {
  // Before the manifest is read nothing speaks against it.
  return origin?.finished === false && (bundle.manifest === undefined || knowsTokensOf(bundle.manifest, origin));
}
