import type { ReactElement } from 'react';
import type { Thumbnail } from '../../core/thumbnail.ts';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import styles from './HistoryTree.module.css';

/** What a result looks like. */
export function HistoryThumbnail({ thumbnail }: { readonly thumbnail: Thumbnail }): ReactElement {
  return (
    <span className={styles.frame} aria-hidden>
      <ThumbnailCanvas className={styles.thumbnail} thumbnail={thumbnail} />
    </span>
  );
}
