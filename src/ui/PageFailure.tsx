import { useState, type ReactElement, type ReactNode } from 'react';
import { saveProject } from '../state/work/projectActions.ts';
import type { Studio } from '../state/studio.ts';
import { words } from './i18n/words.ts';
import { Button } from './parts/Button.tsx';
import { ErrorBoundary, type FailureProps } from './parts/ErrorBoundary.tsx';
import form from './parts/Form.module.css';
import styles from './PageFailure.module.css';
import { useStudio } from './StudioContext.tsx';

/** Loads the page anew, after what is there was saved. */
export async function reloadPage({ works }: Studio): Promise<void> {
  await works.session?.flush();
  location.reload();
}

/** Around the whole page: what fails is said, and costs no work. */
export function PageBoundary({ children }: { readonly children: ReactNode }): ReactElement {
  const studio = useStudio();
  return (
    <ErrorBoundary failure={PageFailure} onError={() => void studio.works.session?.flush()}>
      {children}
    </ErrorBoundary>
  );
}

function PageFailure({ error, onRetry }: FailureProps): ReactElement {
  const studio = useStudio();
  const [detail] = useState(() => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)));
  return (
    <main className={styles.failure}>
      <h1>{words.failure.heading}</h1>
      <p role="alert">{words.failure.page}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={onRetry}>
          {words.failure.again}
        </Button>
        <Button onClick={() => void reloadPage(studio)}>{words.failure.reload}</Button>
        <Button onClick={() => void saveProject(studio)}>{words.failure.save}</Button>
      </div>
      <details>
        <summary>{words.job.details}</summary>
        <code>{detail}</code>
      </details>
    </main>
  );
}
