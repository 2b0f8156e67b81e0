import type { ReactElement } from 'react';
import styles from './BackendLine.module.css';
import { en } from './i18n/en.ts';
import { usePage } from './StudioContext.tsx';

/** Where the page computes, that it does so here alone, and whose model it is if it is not the page's own. */
export function BackendLine(): ReactElement {
  const backends = usePage((state) => state.backends);
  const model = usePage(({ bundle }) => bundle.manifest && en.model(bundle.manifest.title, bundle));
  return (
    <footer className={styles.line}>
      <span>{en.local}</span>
      {model !== undefined && model !== '' && <span>{model}</span>}
      <span>{en.backend(backends)}</span>
    </footer>
  );
}
