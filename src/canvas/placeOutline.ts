import type { Rect } from '../core/rect.ts';
import type { ViewportView } from './viewport.ts';

/** An element over the canvases that is only ever moved, and not shown before. */
export function outlineIn(element: HTMLElement, className: string | undefined): HTMLElement {
  const outline = document.createElement('div');
  outline.className = className ?? '';
  outline.hidden = true;
  element.append(outline);
  return outline;
}

/** Puts an element, which is only ever moved, over a part of the picture; undefined: it is not shown. */
export function placeOutline(element: HTMLElement, view: ViewportView, rect: Rect | undefined): void {
  element.hidden = rect === undefined;
  if (!rect) return;
  const { x, y, width, height } = view.rectToScreen(rect);
  element.style.transform = `translate(${x}px, ${y}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
