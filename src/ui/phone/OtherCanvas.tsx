import { useEffect, useRef, type ReactElement } from 'react';
import { thumbnailOf } from '../../core/thumbnail.ts';
import type { PageState } from '../../state/pageState.ts';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './ViewThumbnail.module.css';

/** More than what is seen of it: screens of phones are fine. */
const LONGEST = 128;
/** How often it is drawn anew while someone paints; it takes some milliseconds. Milliseconds. */
const PATIENCE = 250;

/** The canvas that is not seen, as it is now, small. */
export default function OtherCanvas({ of }: { readonly of: PageState['view'] }): ReactElement {
  const { document: painted } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      timer = undefined;
      if (!canvas.current) return;
      const { layout, picture } = painted;
      const small = thumbnailOf(of === 'picture' ? picture : undefined, layout, palette, LONGEST);
      const { width, height, pixels } = small;
      canvas.current.width = width;
      canvas.current.height = height;
      canvas.current.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
    };
    draw();
    const stop = painted.subscribe(() => (timer ??= setTimeout(draw, PATIENCE)));
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [painted, of, palette]);
  return <canvas ref={canvas} className={`${styles.canvas} own-colors`} aria-hidden />;
}
