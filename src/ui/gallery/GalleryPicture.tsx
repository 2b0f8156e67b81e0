import { useEffect, useRef, type ReactElement } from 'react';
import { SUB_CELL_PIXELS, SUB_CELLS } from '../../core/lattice.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { sizeOf } from '../../state/gallery/galleryDecoder.ts';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './GalleryDialog.module.css';

/** A picture that is decoded when it is first seen; before that its layout is. */
export function GalleryPicture({ picture }: { readonly picture: SharedPicture }): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = sizeOf(picture);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    const across = picture.lattice.columns * SUB_CELLS;
    const colors = new Map(palette.map(({ id, color }) => [id, color]));
    for (const [at, id] of picture.subCells.entries()) {
      context.fillStyle = colors.get(id) ?? '#000';
      const [x, y] = [(at % across) * SUB_CELL_PIXELS, Math.floor(at / across) * SUB_CELL_PIXELS];
      context.fillRect(x, y, SUB_CELL_PIXELS, SUB_CELL_PIXELS);
    }
    const controller = new AbortController();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      studio.gallery
        .decode(
          picture,
          ({ rect, pixels }) => context.putImageData(new ImageData(pixels, rect.width, rect.height), rect.x, rect.y),
          controller.signal,
        )
        // Its layout is seen in its place; the page says what is wrong with the model when one paints.
        .catch(() => undefined);
    });
    observer.observe(context.canvas);
    return () => {
      observer.disconnect();
      controller.abort();
    };
  }, [studio, picture, palette]);

  return <canvas ref={canvas} className={styles.canvas} width={width} height={height} aria-hidden />;
}
