import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Rect } from '../core/rect.ts';
import type { Region } from '../core/region/region.ts';
import type { Swatches } from '../protocol/engineEvents.ts';
import type { MeasuredCells } from '../state/measurement/cellMap.ts';
import styles from './canvas.module.css';
import { PictureView, type PictureViewOptions } from './pictureView.ts';
import type { Marking } from './regionMarker.ts';

export interface PictureCanvasProps extends Omit<PictureViewOptions, 'placed'> {
  readonly label: string;
  /** The bundle's swatches: tokens are seen before they are decoded. */
  readonly swatches?: Swatches | undefined;
  /** Lights up the cells sampled last. Its colour is the custom property --front-color. */
  readonly showFront: boolean;
  /** How opaque the layout is over the picture, 0..1. */
  readonly overlay?: number;
  /** Another picture of as many cells, RGBA, to be seen in place of the document's. */
  readonly other?: Uint8ClampedArray<ArrayBuffer> | undefined;
  /** What repainting a change samples anew: it is outlined. Undefined where nothing has changed. */
  readonly changes?: Region | undefined;
  /** With what cells are marked; undefined while nothing is to be marked. The same object until it is another one. */
  readonly marking?: Marking | undefined;
  /** What is measured of the cells, which may then be picked. */
  readonly cells?: MeasuredCells | undefined;
  /** Shown beside the cell that is looked at, which lies there on the canvas, in CSS pixels. */
  readonly card?: ((cell: Rect) => ReactNode) | undefined;
  /** How marking, or picking cells, is done with the keyboard. */
  readonly description: string;
}

/**
 * The canvas on which the picture grows, on which one paints the layout and marks what is to be sampled anew. It draws by itself
 * when the document or the viewport changes.
 */
export function PictureCanvas(props: PictureCanvasProps): ReactElement {
  const {
    document,
    viewport,
    region,
    palette,
    label,
    description,
    swatches,
    showFront,
    overlay = 0,
    other,
    marking,
    changes,
    cells,
    card,
    marksKept = false,
    painting,
  } = props;
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PictureView>();
  const [place, setPlace] = useState<Rect>();
  // For the moment until the effect below gives the view the palette of this render.
  const firstPalette = useRef(palette);
  const descriptionId = useId();

  useEffect(() => {
    if (!element.current) return undefined;
    const created = new PictureView(element.current, {
      document,
      viewport,
      region,
      palette: firstPalette.current,
      marksKept,
      painting,
      placed: setPlace,
    });
    setView(created);
    return () => created.dispose();
  }, [document, viewport, region, marksKept, painting]);

  useEffect(() => view?.setPalette(palette), [view, palette]);
  useEffect(() => view?.setSwatches(swatches), [view, swatches]);
  useEffect(() => view?.setFront(showFront), [view, showFront]);
  useEffect(() => view?.setOverlay(overlay), [view, overlay]);
  useEffect(() => view?.setOther(other), [view, other]);

  useEffect(() => view?.setMarking(marking), [view, marking]);
  useEffect(() => view?.setChanges(changes), [view, changes]);

  useEffect(() => view?.measurement.set(cells), [view, cells]);

  // A picture to look at; while one marks or picks cells, something to work on.
  const isWorkedOn = marking !== undefined || cells !== undefined;
  const role = isWorkedOn ? ({ role: 'application', tabIndex: 0 } as const) : ({ role: 'img' } as const);
  return (
    <>
      <div
        ref={element}
        className={styles.surface}
        aria-label={label}
        aria-describedby={isWorkedOn ? descriptionId : undefined}
        {...role}
      />
      <div id={descriptionId} hidden>
        {description}
      </div>
      {place && card?.(place)}
    </>
  );
}
