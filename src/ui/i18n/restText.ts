import { secondsLeft, type Running } from '../../state/painting/jobState.ts';

/** Says how long a job still takes, where that can be told. @param left what a language says of so many seconds */
export function restText(left: (seconds: number) => string): (job: Running) => string {
  return (job) => {
    const seconds = secondsLeft(job);
    if (job.phase === 'prepare' || job.rate === undefined || seconds === undefined) return '';
    return job.done < job.total ? left(seconds) : '';
  };
}
