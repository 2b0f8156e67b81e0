import type { Rect } from '../core/rect.ts';
import type { ViewportView } from './viewport.ts';

/** The frame around what is chosen, an element that is only ever moved. */
export class SelectionOutline {
  constructor(
    private readonly element: HTMLElement,
    private readonly view: ViewportView,
  ) {
    this.show(undefined);
  }

  show(rect: Rect | undefined): void {
    const { element, view } = this;
    element.hidden = rect === undefined;
    if (!rect) return;
    const { x, y } = view.toScreen(rect);
    const { zoom } = view.viewport.state;
    element.style.transform = `translate(${x}px, ${y}px)`;
    element.style.width = `${rect.width * zoom}px`;
    element.style.height = `${rect.height * zoom}px`;
  }
}
