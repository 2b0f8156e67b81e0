import { stampBounds, type Brush } from '../core/brush.ts';
import { placeOutline } from './placeOutline.ts';
import type { DocPoint, ViewportView } from './viewport.ts';

/**
 * The outline of the brush, an element that is only ever moved: it costs no drawing. Two rings, dark and light, are seen
 * on any colour (`canvas.module.css`).
 */
export class BrushCursor {
  private at: DocPoint | undefined;
  private brush: Brush | undefined;
  private fromKeyboard = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly view: ViewportView,
  ) {}

  /** @param brush undefined for tools that have no size: only the keyboard shows a cursor for them */
  show(at: DocPoint | undefined, brush: Brush | undefined, fromKeyboard: boolean): void {
    this.at = at;
    this.brush = brush;
    this.fromKeyboard = fromKeyboard;
    this.update();
  }

  /** The brush or the viewport has changed. */
  refresh(brush: Brush | undefined): void {
    this.show(this.at, brush, this.fromKeyboard);
  }

  private update(): void {
    const { at, element, view } = this;
    const brush = this.brush ?? (this.fromKeyboard ? ({ shape: 'square', size: 1 } as const) : undefined);
    placeOutline(element, view, at && brush && stampBounds(brush, at));
    if (!at || !brush) return;
    element.dataset.shape = brush.shape;
    element.dataset.keyboard = String(this.fromKeyboard);
  }
}
