import { useState, type ReactElement, type ReactNode } from 'react';
import { saveProject } from '../state/projectActions.ts';
import type { Studio } from '../state/studio.ts';
import { en } from './i18n/en.ts';
import { Button } from './parts/Button.tsx';
import { ErrorBoundary, type FailureProps } from './parts/ErrorBoundary.tsx';
import form from './parts/Form.module.css';
import styles from './PageFailure.module.css';
import { useStudio } from './StudioContext.tsx';

const { failure: words } = en;

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
      <h1>{words.heading}</h1>
      <p role="alert">{words.page}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={onRetry}>
          {words.again}
        </Button>
        <Button onClick={() => void reloadPage(studio)}>{words.reload}</Button>
        <Button onClick={() => void saveProject(studio)}>{words.save}</Button>
      </div>
      <details>
        <summary>{en.job.details}</summary>
        <code>{detail}</code>
      </details>
    </main>
  );
}
