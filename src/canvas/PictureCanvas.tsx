import { useEffect, useRef, useState, type ReactElement } from 'react';
import styles from './canvas.module.css';
import { PictureView, type PictureViewOptions } from './pictureView.ts';
import type { Swatches } from './tokenLayer.ts';

export interface PictureCanvasProps extends PictureViewOptions {
  readonly label: string;
  /** The bundle's swatches: tokens are seen before they are decoded. */
  readonly swatches?: Swatches | undefined;
  /** Lights up the cells sampled last. Its colour is the custom property --front-color. */
  readonly showFront: boolean;
  /** The layout over the picture. */
  readonly overlay?: { readonly opacity: number } | undefined;
}

/** The canvas on which the picture grows. It draws by itself when the document or the viewport changes. */
export function PictureCanvas(props: PictureCanvasProps): ReactElement {
  const { document, viewport, palette, label, swatches, showFront, overlay } = props;
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PictureView>();
  const opacity = overlay?.opacity ?? 0;
  // For the moment until the effect below gives the view the palette of this render.
  const firstPalette = useRef(palette);

  useEffect(() => {
    if (!element.current) return undefined;
    const created = new PictureView(element.current, { document, viewport, palette: firstPalette.current });
    setView(created);
    return () => created.dispose();
  }, [document, viewport]);

  useEffect(() => view?.setPalette(palette), [view, palette]);
  useEffect(() => view?.setSwatches(swatches), [view, swatches]);
  useEffect(() => view?.setFront(showFront), [view, showFront]);
  useEffect(() => view?.setOverlay(opacity), [view, opacity]);

  return <div ref={element} className={styles.surface} role="img" aria-label={label} />;
}
