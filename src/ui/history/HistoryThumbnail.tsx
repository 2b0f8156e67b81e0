import { useEffect, useRef, type ReactElement } from 'react';
import type { Thumbnail } from '../../core/thumbnail.ts';
import styles from './HistoryTree.module.css';

/** What a result looks like. */
export function HistoryThumbnail({ thumbnail }: { readonly thumbnail: Thumbnail }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, pixels } = thumbnail;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [width, height, pixels]);
  return (
    <span className={styles.frame} aria-hidden>
      <canvas ref={canvas} className={styles.thumbnail} width={width} height={height} />
    </span>
  );
}
