import { useEffect, useRef, type ReactElement } from 'react';
import type { Rect } from '../../core/rect.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { CropFrame } from '../parts/CropFrame.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './PhotographFrame.module.css';

interface PhotographFrameProps {
  readonly photograph: ReadPhotograph;
  /** In the photograph's pixels. */
  readonly crop: Rect;
}

/** All of the photograph, with a frame around the part that becomes the picture. */
export function PhotographFrame({ photograph, crop }: PhotographFrameProps): ReactElement {
  const { photographs } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { preview } = photographs;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && preview) context.putImageData(new ImageData(preview.pixels, preview.width, preview.height), 0, 0);
  }, [preview]);

  return (
    <CropFrame
      label={words.photo.whole(photograph.name)}
      ref={canvas}
      className={styles.frame}
      canvasClassName={styles.canvas}
      preview={preview}
      whole={photograph}
      crop={crop}
      place={photograph}
      onMove={(place) => photographs.setCrop(place)}
    />
  );
}
