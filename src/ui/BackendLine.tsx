import type { ReactElement } from 'react';
import styles from './BackendLine.module.css';
import { words } from './i18n/words.ts';
import { usePage } from './StudioContext.tsx';

/** That the work is stored, where the page computes, that it does so here alone, and whose model it is if it is not the page's own. */
export function BackendLine(): ReactElement {
  // Nothing is stored before a person begins.
  const isStored = usePage(
    ({ opened, beginning, trouble }) => opened && beginning !== 'first' && trouble === undefined,
  );
  const backends = usePage((state) => state.backends);
  const model = usePage(({ bundle }) => bundle.manifest && words.model(bundle.manifest.title, bundle));
  return (
    <footer className={styles.line}>
      <span>{isStored ? words.formats.sentences([words.pictures.stored, words.local]) : words.local}</span>
      {model !== undefined && model !== '' && <span>{model}</span>}
      <span>{words.backend(backends)}</span>
    </footer>
  );
}
