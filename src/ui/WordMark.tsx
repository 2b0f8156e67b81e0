import type { ReactElement } from 'react';
import { words } from './i18n/words.ts';
import styles from './WordMark.module.css';

/** A framed horizon, and the name. */
export function WordMark(): ReactElement {
  return (
    <h1 className={styles.mark}>
      <svg viewBox="0 0 32 24" width="28" height="21" aria-hidden>
        <rect className={styles.sky} x="1" y="1" width="30" height="22" rx="2" />
        <path className={styles.hill} d="M1 14 9 7.5l6 4.5 6-6 10 8v2H1z" />
        <path className={styles.lake} d="M1 16h30v5a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z" />
        <rect className={styles.frame} x="1" y="1" width="30" height="22" rx="2" />
      </svg>
      <span className={styles.name}>{words.title}</span>
    </h1>
  );
}
