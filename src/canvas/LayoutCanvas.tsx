import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import styles from './canvas.module.css';
import { LayoutView, type LayoutViewOptions } from './layoutView.ts';

export interface LayoutCanvasProps extends LayoutViewOptions {
  /** What the canvas is called. */
  readonly label: string;
  /** How it is used with the keyboard: read out with the label. */
  readonly description: string;
}

/**
 * The canvas on which a person paints the layout. Render it again when the tool or the brush changes: its cursor reads
 * `getPainting` then. It draws by itself when the document or the viewport changes, without React.
 */
export function LayoutCanvas(props: LayoutCanvasProps): ReactElement {
  const { document, history, selection, viewport, palette, label, description } = props;
  const element = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<LayoutView>();
  const latest = useRef(props);
  const descriptionId = useId();

  useLayoutEffect(() => {
    latest.current = props;
    view?.refresh();
  });

  useEffect(() => {
    if (!element.current) return undefined;
    const created = new LayoutView(element.current, {
      document,
      history,
      selection,
      viewport,
      palette: latest.current.palette,
      getPainting: () => latest.current.getPainting(),
      onPick: (classId) => latest.current.onPick?.(classId),
    });
    setView(created);
    return () => created.dispose();
  }, [document, history, selection, viewport]);

  useEffect(() => view?.setPalette(palette), [view, palette]);

  return (
    <>
      <div
        ref={element}
        className={styles.surface}
        role="application"
        tabIndex={0}
        aria-label={label}
        aria-describedby={descriptionId}
      />
      <div id={descriptionId} hidden>
        {description}
      </div>
    </>
  );
}
