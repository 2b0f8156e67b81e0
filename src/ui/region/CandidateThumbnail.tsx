import { useEffect, useRef, type ReactElement } from 'react';
import { useStudio } from '../StudioContext.tsx';
import styles from './CandidateTray.module.css';

interface CandidateThumbnailProps {
  readonly index: number;
}

/** What the picture around the region would be like. */
export function CandidateThumbnail({ index }: CandidateThumbnailProps): ReactElement {
  const { candidates } = useStudio();
  const { width, height } = candidates.pixels.size;
  const canvas = useRef<HTMLCanvasElement>(null);
  // Rendered again when there are other pixels.
  useEffect(() => {
    const pixels = candidates.pixels.of(index);
    if (pixels) canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  });
  return <canvas ref={canvas} className={styles.canvas} width={width} height={height} aria-hidden />;
}
