import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { isRunning, type JobState } from '../painting/jobState.ts';
import type { Studio } from '../studio.ts';
import { wantsDecoding } from './wantsDecoding.ts';

/**
 * Makes the pixels that are missing, or another decoder's, once a job is over that ended another one which was making them: a repaint of a
 * picture that came with a link. Where a person has stopped it themselves, or it failed, "Go on" does it.
 */
export function decodeAtRest({ document, painter, store }: Pick<Studio, 'document' | 'painter' | 'store'>): void {
  function isWanted(): boolean {
    const { bundle, job, origin } = store.getState();
    if (!isOver(job) || document.tokens.includes(EMPTY_TOKEN)) return false;
    return bundle.loaded !== 'none' && wantsDecoding(document, { bundle, origin });
  }

  store.subscribe(({ job }, before) => {
    if (job === before.job || !isRunning(before.job) || isDecoding(before.job) || !isOver(job)) return;
    // The next one may begin within the same turn.
    queueMicrotask(() => {
      if (isWanted()) void painter.decode();
    });
  });
}

function isOver(job: JobState): boolean {
  return job.phase === 'idle' || job.phase === 'done';
}

/** What decoding has left out it would leave out again, and what a person stops is to stay stopped. */
function isDecoding(job: JobState): boolean {
  return 'purpose' in job && (job.purpose === 'decode' || job.purpose === 'go-on');
}

/** Makes the pixels of tokens that are there without them, or with another decoder's, if that costs no download. */
export async function decodeIfFree({ document, painter, store }: Studio): Promise<void> {
  const state = store.getState();
  if (state.bundle.download?.missing === 0 && wantsDecoding(document, state)) await painter.decode();
}
