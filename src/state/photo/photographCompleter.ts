import { ANY } from '../../core/classes.ts';
import { EMPTY_TOKEN, layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';
import { keptPicture, type OwnPixels } from '../../core/photo/ownPixels.ts';
import { regionSize } from '../../core/region/region.ts';
import { resampleLayout } from '../../core/resampleLayout.ts';
import type { OwnJob } from '../painting/jobRunner.ts';
import type { JobState } from '../painting/jobState.ts';
import type { Repainter, RepainterParts } from '../painting/repainter.ts';
import { putBeside } from '../work/replaceWork.ts';
import type { PhotographLayout } from './photographImport.ts';
import type { PhotographSegmenter } from './photographSegmenter.ts';

/** A photograph that is cut to a lattice, and what of it is kept. */
export interface CutPhotograph {
  readonly lattice: Lattice;
  readonly own: OwnPixels;
  readonly layout: PhotographLayout;
}

/** Makes a picture of a photograph: its kept cells get their tokens and show its own pixels, the rest is sampled. */
export interface PhotographCompleter {
  /** In place of the work, which undo brings back. What there is when it is stopped stays, and can go on. */
  complete(photograph: CutPhotograph): Promise<void>;
}

export function createPhotographCompleter(
  parts: RepainterParts,
  repainter: Repainter,
  segmenter: PhotographSegmenter,
): PhotographCompleter {
  const { document, engine, model, requests, jobs, seen, store } = parts;
  async function run(own: OwnJob, photograph: CutPhotograph): Promise<JobState> {
    const { lattice, layout } = photograph;
    // Whatever may be missing is fetched before the work is touched.
    await model.ensure('paint', own.options());
    await model.ensure('encode', own.options());
    const { pixels } = photograph.own;
    const shown = layout === 'own' ? await segmenter.layoutOf(own, { lattice, pixels }) : undefined;
    const tokens = await engine.call('encode', { lattice, pixels: pixels.slice() }, own.options());
    if (!own.current) return { phase: 'idle' };
    place(photograph, tokens, shown ?? layoutOf(photograph));
    return document.tokens.includes(EMPTY_TOKEN) ? repainter.completeWithin(own) : own.done();
  }

  function place({ lattice, own }: CutPhotograph, tokens: Int16Array, layout: Uint8Array): void {
    const { mood, settings } = store.getState();
    const finished = regionSize(own.kept) === own.kept.length;
    putBeside(parts, {
      lattice,
      layout,
      tokens: tokens.map((token, cell) => (own.kept[cell] === 1 ? token : EMPTY_TOKEN)),
      picture: keptPicture(own, lattice),
      own,
      label: 'photograph',
      origin: () => ({
        ...requests.originOf({ subCells: seen.now(), mood, zoom: requests.zoomNow(), settings }),
        finished,
        given: true,
      }),
    });
  }

  function layoutOf({ lattice, layout }: CutPhotograph): Uint8Array {
    if (layout === 'painted') return resampleLayout(document.layout, lattice);
    return new Uint8Array(layoutWidth(lattice) * layoutHeight(lattice)).fill(ANY);
  }

  return {
    complete: (photograph) =>
      jobs.run({
        purpose: 'photograph',
        needs: () => ['paint', 'encode', ...(photograph.layout === 'own' ? (['segment'] as const) : [])],
        run: (own) => run(own, photograph),
      }),
  };
}
