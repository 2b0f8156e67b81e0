import type { Lattice } from '../../core/lattice.ts';
import type { OwnJob } from '../painting/jobRunner.ts';
import type { JobState } from '../painting/jobState.ts';
import type { RepainterParts } from '../painting/repainter.ts';
import { putBeside } from '../work/replaceWork.ts';

/** A photograph that is cut to a lattice: RGBA. */
export interface PhotographPixels {
  readonly lattice: Lattice;
  readonly pixels: Uint8ClampedArray;
}

/** Finds the layout of a photograph; the model for it is fetched when it is first wanted. */
export interface PhotographSegmenter {
  /** Within a job. @returns class ids at layout resolution */
  layoutOf(own: OwnJob, photograph: PhotographPixels): Promise<Uint8Array>;
  /** A photograph's layout in place of the work, which undo brings back. Until it is found the work is untouched. */
  take(photograph: PhotographPixels): Promise<void>;
}

export function createPhotographSegmenter(parts: RepainterParts): PhotographSegmenter {
  const { engine, model, jobs } = parts;
  async function layoutOf(own: OwnJob, { lattice, pixels }: PhotographPixels): Promise<Uint8Array> {
    await model.ensure('segment', own.options());
    return engine.call('segment', { lattice, pixels: pixels.slice() }, own.options());
  }

  async function run(own: OwnJob, photograph: PhotographPixels): Promise<JobState> {
    const layout = await layoutOf(own, photograph);
    if (!own.current) return { phase: 'idle' };
    putBeside(parts, { lattice: photograph.lattice, layout, label: 'photograph-layout' });
    return own.done();
  }

  return {
    layoutOf,
    take: (photograph) =>
      jobs.run({ purpose: 'segment', needs: () => ['segment'], run: (own) => run(own, photograph) }),
  };
}
