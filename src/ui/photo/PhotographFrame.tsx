import { useEffect, useRef, type CSSProperties, type PointerEvent, type ReactElement } from 'react';
import { photographCrop } from '../../core/photo/photographCrop.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { en } from '../i18n/en.ts';
import { useStudio } from '../StudioContext.tsx';
import styles from './PhotographFrame.module.css';

/** All of the photograph, with a frame around the part that becomes the picture; the frame can be dragged. */
export function PhotographFrame({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ readonly event: PointerEvent; readonly x: number; readonly y: number } | undefined>(undefined);
  const { preview } = photographs;
  const { name, width, height, x, y } = photograph;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && preview) context.putImageData(new ImageData(preview.pixels, preview.width, preview.height), 0, 0);
  }, [preview]);

  const crop = photographCrop(photograph, photograph);

  function move({ clientX, clientY }: PointerEvent): void {
    const box = canvas.current?.getBoundingClientRect();
    if (!drag.current || !box) return;
    const { event, x: fromX, y: fromY } = drag.current;
    photographs.setCrop({
      x: along(fromX, (clientX - event.clientX) * (width / box.width), width - crop.width),
      y: along(fromY, (clientY - event.clientY) * (height / box.height), height - crop.height),
    });
  }

  return (
    <div className={styles.preview}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={preview?.width}
        height={preview?.height}
        role="img"
        aria-label={en.photo.whole(name)}
      />
      <div
        className={styles.frame}
        style={
          {
            '--x': crop.x / width,
            '--y': crop.y / height,
            '--width': crop.width / width,
            '--height': crop.height / height,
          } as CSSProperties
        }
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { event, x, y };
        }}
        onPointerMove={move}
        onPointerUp={() => (drag.current = undefined)}
        onPointerCancel={() => (drag.current = undefined)}
      />
    </div>
  );
}

/** How far along what is left of a side; where nothing is left there is nothing to drag. */
function along(from: number, pixels: number, room: number): number {
  return room === 0 ? from : from + pixels / room;
}
