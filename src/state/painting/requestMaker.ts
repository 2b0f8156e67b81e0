import type { Lattice } from '../../core/lattice.ts';
import { zoomOfSize } from '../../core/zoom.ts';
import type { Region } from '../../core/region/region.ts';
import { fittingGuidance, fittingMood, fittingZoom } from '../../protocol/capabilities.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { PaintRequest, RepaintRequest } from '../../protocol/paintEngine.ts';
import { mayKnowTokensOf, type PictureOrigin } from '../picture/pictureOrigin.ts';
import type { PageState, PageStore } from '../pageState.ts';
import type { SeenLayouts } from './seenLayouts.ts';

/** How a picture is made, but for its layout. */
type Made = Pick<PaintRequest, 'mood' | 'zoom' | 'settings'>;

/** Makes the engine's requests of what the person has painted and set. */
export interface RequestMaker {
  /** A new picture. Takes a new seed, unless the person holds on to theirs. */
  fresh(): PaintRequest;
  /** What the stopped picture was begun with, and its tokens; undefined where there is none. */
  resumed(): PaintRequest | undefined;
  /**
   * A region of the picture anew.
   * @param seeds one for each candidate
   * @param made mood and settings, those of now if left out. The zoom is that of the picture around the region
   */
  region(region: Region, seeds: readonly number[], made?: Pick<Made, 'mood' | 'settings'>): RepaintRequest;
  /** Seeds that were not drawn before; a person's own where they hold on to it and one is wanted. */
  seeds(count: number, keep: boolean): number[];
  /** What a new picture is told of how near it is. */
  zoomNow(): number;
  originOf(request: Pick<PaintRequest, 'subCells'> & Made): PictureOrigin;
}

export function createRequestMaker(
  document: PaintDocument,
  store: PageStore,
  seen: SeenLayouts,
  randomSeed: () => number,
): RequestMaker {
  /**
   * What the bundle can do of it: one's own may have fewer codes than the settings allow, need not know guidance or
   * none so strong, and has moods of its own.
   */
  function fitting({ mood, zoom, settings }: Made): Made {
    const { manifest } = store.getState().bundle;
    const topK = Math.min(settings.topK, manifest?.codebook.codes ?? settings.topK);
    const guidance = fittingGuidance(manifest, settings.guidance);
    const next = { ...settings, topK, guidance };
    return { mood: fittingMood(manifest, mood), zoom: fittingZoom(manifest, zoom), settings: next };
  }

  const zoomOf = (lattice: Lattice) => store.getState().zoom || zoomOfSize(lattice);

  return {
    fresh() {
      const { mood, settings, seedLocked, seedChosen } = store.getState();
      const next = { ...settings, seed: seedLocked || seedChosen ? settings.seed : randomSeed() };
      store.setState({ settings: next, seedChosen: false });
      const subCells = seen.now();
      seen.note(subCells);
      const { lattice } = document;
      return { lattice, subCells, ...fitting({ mood, zoom: zoomOf(lattice), settings: next }) };
    },
    resumed() {
      const { origin } = store.getState();
      if (!origin) return undefined;
      // After a reload the layout that is there stands for the one that was seen.
      const subCells = seen.of(origin) ?? seen.now();
      const forced = document.tokens.slice();
      return { lattice: document.lattice, subCells, ...fitting(origin), forced, ...placeOf(origin) };
    },
    region(region, seeds, made = store.getState()) {
      const { origin } = store.getState();
      const subCells = seen.within(region, origin);
      const tokens = document.tokens.slice();
      const { lattice } = document;
      const { mood, settings } = made;
      const isPart = region.includes(0);
      const zoom = isPart && origin ? origin.zoom : zoomOf(lattice);
      const told = { lattice, subCells, ...fitting({ mood, zoom, settings }), ...placeOf(origin) };
      return { ...told, tokens, region: region.slice(), seeds };
    },
    seeds(count, keep) {
      const { seedLocked, settings } = store.getState();
      if (keep && seedLocked && count === 1) return [settings.seed];
      return Array.from({ length: count }, randomSeed);
    },
    zoomNow: () => fittingZoom(store.getState().bundle.manifest, zoomOf(document.lattice)),
    originOf({ subCells, mood, zoom, settings }) {
      const { manifest } = store.getState().bundle;
      if (manifest === undefined) throw new Error('A picture is painted before its bundle is known.');
      return {
        bundle: manifest.id,
        codebook: manifest.codebook.id,
        decoder: manifest.decoder.id,
        mood,
        zoom,
        settings,
        layoutHash: seen.note(subCells),
        finished: false,
      };
    },
  };
}

function placeOf(origin: PictureOrigin | undefined): Pick<PaintRequest, 'origin'> {
  return origin?.at ? { origin: origin.at } : {};
}

/** Whether the picture was stopped and this bundle can finish it. */
export function canGoOn({ origin, bundle }: Pick<PageState, 'origin' | 'bundle'>): boolean {
  return origin?.finished === false && mayKnowTokensOf(bundle.manifest, origin);
}
