import type { ReactElement } from 'react';
import { isAtWork, type Failed } from '../state/painting/jobState.ts';
import { words } from './i18n/words.ts';
import styles from './JobStatus.module.css';
import { Button } from './parts/Button.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** What the job does, in words, and what one can do about it. Heard through JobAnnouncer, but for what went wrong. */
export function JobStatus(): ReactElement {
  const job = usePage((state) => state.job);
  if (job.phase === 'failed') return <JobFailure job={job} />;
  if (job.phase === 'asking') return <FetchQuestion bytes={job.bytes} />;
  if (job.phase === 'stopped') return <p className={styles.status}>{words.job.stopped(job.done, job.total)}</p>;
  if (job.phase === 'done') return <p className={styles.status}>{words.job.done(job)}</p>;
  if (job.phase === 'idle') return <ModelLine />;
  const what = isAtWork(job)
    ? words.job.progress(job)
    : job.phase === 'stopping'
      ? words.job.stopping
      : words.job.starting(job.purpose);
  return (
    <>
      <p className={styles.status}>
        <span className={styles.what}>{what}</span>
        {isAtWork(job) && <span className={styles.rest}>{words.job.rest(job)}</span>}
      </p>
      <progress
        className={`${styles.progress} own-colors`}
        aria-label={words.job.label}
        {...(job.phase === 'starting' ? {} : { max: job.total || 1, value: job.done })}
      />
    </>
  );
}

/** Before the first download: how much it is. */
function ModelLine(): ReactElement {
  const { painter } = useStudio();
  const download = usePage((state) => state.bundle.download);
  if (!download || download.missing === 0) return <p className={styles.status}>{download && words.job.ready}</p>;
  return (
    <div className={`${styles.status} ${styles.model}`}>
      <span className={styles.what}>{words.job.modelSize(download.missing)}</span>
      <Button kind="quiet" className={styles.fetch} onClick={() => void painter.fetchModel()}>
        {words.job.fetch}
      </Button>
    </div>
  );
}

/** Where the browser asks to save data nothing is fetched without a yes. */
function FetchQuestion({ bytes }: { readonly bytes: number }): ReactElement {
  const { painter } = useStudio();
  return (
    <div className={styles.status} role="alert">
      <span className={styles.what}>{words.job.savesData(bytes)}</span>
      <Button onClick={() => void painter.again()}>{words.job.fetchYes}</Button>
      <Button kind="quiet" onClick={() => painter.stop()}>
        {words.job.notNow}
      </Button>
    </div>
  );
}

/** What went wrong, in a sentence, and what to do. */
function JobFailure({ job }: { readonly job: Failed }): ReactElement {
  const { painter } = useStudio();
  const { what, advice } = words.errors[job.code];
  return (
    <div className={styles.failure}>
      <p className={styles.what} role="alert">
        <strong>{what}</strong> <span>{advice}</span> <span>{words.job.nothingLost(job)}</span>
      </p>
      <div className={styles.actions}>
        <Button onClick={() => void painter.again()}>{words.job.again}</Button>
        <Button kind="quiet" onClick={() => painter.dismiss()}>
          {words.job.dismiss}
        </Button>
      </div>
      <details className={styles.details}>
        <summary>{words.job.details}</summary>
        <code>{`${job.code}: ${job.detail}`}</code>
      </details>
    </div>
  );
}
