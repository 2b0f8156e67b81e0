import type { ReactElement } from 'react';
import styles from './BackendLine.module.css';
import { en } from './i18n/en.ts';
import { usePage } from './StudioContext.tsx';

/** Where the page computes, and that it does so here alone. */
export function BackendLine(): ReactElement {
  const backends = usePage((state) => state.backends);
  return (
    <footer className={styles.line}>
      <span>{en.local}</span>
      <span>{en.backend(backends)}</span>
    </footer>
  );
}
