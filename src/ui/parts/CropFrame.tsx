import { useRef, type CSSProperties, type PointerEvent, type ReactElement, type Ref } from 'react';
import type { Point } from '../../core/point.ts';
import type { Rect, Size } from '../../core/rect.ts';
import styles from './CropFrame.module.css';

interface CropFrameProps {
  readonly label: string;
  /** Gets the canvas, to draw the whole on it. */
  readonly ref: Ref<HTMLCanvasElement>;
  readonly className?: string | undefined;
  readonly canvasClassName?: string | undefined;
  /** Of the canvas, in its own pixels. */
  readonly preview: Size | undefined;
  readonly whole: Size;
  /** What is cut out of the whole, in its pixels. */
  readonly crop: Rect;
  /** Where the crop is along what is left of the whole: 0..1 on either axis, more where it is dragged beyond. */
  readonly place: Point;
  readonly onMove: (place: Point) => void;
}

/** A picture with a frame around the part that is used. The frame can be dragged where there is room; sliders say the same. */
export function CropFrame(props: CropFrameProps): ReactElement {
  const { label, ref, className, canvasClassName, preview, whole, crop, place, onMove } = props;
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly from: Point; readonly place: Point } | undefined>(undefined);
  const room = { x: whole.width - crop.width, y: whole.height - crop.height };

  function move({ clientX, clientY }: PointerEvent): void {
    const seen = box.current?.getBoundingClientRect();
    if (!drag.current || !seen) return;
    const { from, place: began } = drag.current;
    onMove({
      x: along(began.x, (clientX - from.x) * (whole.width / seen.width), room.x),
      y: along(began.y, (clientY - from.y) * (whole.height / seen.height), room.y),
    });
  }

  return (
    <div ref={box} className={[styles.preview, className].join(' ')}>
      <canvas
        ref={ref}
        className={[styles.canvas, canvasClassName].join(' ')}
        width={preview?.width}
        height={preview?.height}
        role="img"
        aria-label={label}
      />
      {(room.x > 0 || room.y > 0) && (
        <div
          className={styles.frame}
          data-moves={room.y === 0 ? 'across' : room.x === 0 ? 'down' : 'both'}
          style={
            {
              '--x': crop.x / whole.width,
              '--y': crop.y / whole.height,
              '--width': crop.width / whole.width,
              '--height': crop.height / whole.height,
            } as CSSProperties
          }
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { from: { x: event.clientX, y: event.clientY }, place };
          }}
          onPointerMove={move}
          onPointerUp={() => (drag.current = undefined)}
          onPointerCancel={() => (drag.current = undefined)}
        />
      )}
    </div>
  );
}

/** How far along what is left of a side; where nothing is left there is nothing to drag. */
function along(from: number, pixels: number, room: number): number {
  return room === 0 ? from : from + pixels / room;
}
