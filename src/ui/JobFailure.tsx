import type { ReactElement } from 'react';
import type { Failed } from '../state/painting/jobState.ts';
import { words } from './i18n/words.ts';
import styles from './JobStatus.module.css';
import { Button } from './parts/Button.tsx';
import { useStudio } from './StudioContext.tsx';

/** What went wrong, in a sentence, and what to do. */
export function JobFailure({ job }: { readonly job: Failed }): ReactElement {
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
