import type { ReactElement } from 'react';
import styles from './BackendLine.module.css';
import { words } from './i18n/words.ts';
import { usePage } from './StudioContext.tsx';

/** Where the page computes, that it does so here alone, and whose model it is if it is not the page's own. */
export function BackendLine(): ReactElement {
  const backends = usePage((state) => state.backends);
  const model = usePage(({ bundle }) => bundle.manifest && words.model(bundle.manifest.title, bundle));
  return (
    <footer className={styles.line}>
      <span>{words.local}</span>
      {model !== undefined && model !== '' && <span>{model}</span>}
      <span>{words.backend(backends)}</span>
    </footer>
  );
}
