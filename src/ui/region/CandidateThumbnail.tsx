import { useEffect, useRef, type ReactElement } from 'react';
import type { Rect } from '../../core/rect.ts';
import { useStudio } from '../StudioContext.tsx';
import styles from './CandidateTray.module.css';

interface CandidateThumbnailProps {
  readonly index: number;
  /** In layout pixels. */
  readonly view: Rect;
}

/** What the picture around the region would be like. */
export function CandidateThumbnail({ index, view }: CandidateThumbnailProps): ReactElement {
  const { candidates } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  // Rendered again when there are other pixels.
  useEffect(() => {
    const pixels = candidates.pixels.of(index);
    if (pixels) canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, view.width, view.height), 0, 0);
  });
  return <canvas ref={canvas} className={styles.canvas} width={view.width} height={view.height} aria-hidden />;
}
