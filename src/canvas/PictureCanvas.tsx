import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import styles from './canvas.module.css';
import { PictureView, type PictureViewOptions } from './pictureView.ts';
import type { Marking } from './regionMarker.ts';
import type { Swatches } from './tokenLayer.ts';

export interface PictureCanvasProps extends PictureViewOptions {
  readonly label: string;
  /** The bundle's swatches: tokens are seen before they are decoded. */
  readonly swatches?: Swatches | undefined;
  /** Lights up the cells sampled last. Its colour is the custom property --front-color. */
  readonly showFront: boolean;
  /** The layout over the picture. */
  readonly overlay?: { readonly opacity: number } | undefined;
  /** With what cells are marked; undefined while nothing is to be marked. The same object until it is another one. */
  readonly marking?: Marking | undefined;
  /** How marking is done with the keyboard. */
  readonly description: string;
}

/**
 * The canvas on which the picture grows, and on which one marks what is to be sampled anew. It draws by itself when the document or the viewport changes.
 */
export function PictureCanvas(props: PictureCanvasProps): ReactElement {
  const { document, viewport, region, palette, label, description, swatches, showFront, overlay, marking } = props;
  const { marksKept = false } = props;
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PictureView>();
  const opacity = overlay?.opacity ?? 0;
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
    });
    setView(created);
    return () => created.dispose();
  }, [document, viewport, region, marksKept]);

  useEffect(() => view?.setPalette(palette), [view, palette]);
  useEffect(() => view?.setSwatches(swatches), [view, swatches]);
  useEffect(() => view?.setFront(showFront), [view, showFront]);
  useEffect(() => view?.setOverlay(opacity), [view, opacity]);

  useEffect(() => view?.setMarking(marking), [view, marking]);

  // A picture to look at; while one marks, something to work on.
  const role = marking === undefined ? ({ role: 'img' } as const) : ({ role: 'application', tabIndex: 0 } as const);
  return (
    <>
      <div
        ref={element}
        className={styles.surface}
        aria-label={label}
        aria-describedby={marking === undefined ? undefined : descriptionId}
        {...role}
      />
      <div id={descriptionId} hidden>
        {description}
      </div>
    </>
  );
}
