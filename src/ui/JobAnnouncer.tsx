import { useRef, type ReactElement } from 'react';
import { isAtWork, type JobState } from '../state/painting/jobState.ts';
import { words } from './i18n/words.ts';
import { usePage } from './StudioContext.tsx';

const MILESTONES = [0, 50, 100] as const;

/** Says how far it is to those who hear the page: at the beginning, in the middle and at the end, not all the time. */
export function JobAnnouncer(): ReactElement {
  const last = useRef('');
  // The selector answers with the same words until there are others, and so renders as often.
  const said = usePage((state) => {
    const next = textFor(state.job);
    if (next !== undefined) last.current = next;
    return last.current;
  });
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

function textFor(job: JobState): string | undefined {
  if (isAtWork(job)) {
    const percent = job.total === 0 ? 100 : (100 * job.done) / job.total;
    const milestone = MILESTONES.findLast((one) => percent >= one) ?? 0;
    return words.job.announce(job, milestone) || undefined;
  }
  if (job.phase === 'stopped') return words.job.stopped(job.done, job.total);
  if (job.phase === 'done') return words.job.done(job);
  return job.phase === 'starting' ? words.job.starting(job.purpose) : undefined;
}
