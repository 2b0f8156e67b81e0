import type { Layout } from '../core/layout.ts';
import { listen } from './listen.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import { docPoint, type DocPoint, type ViewportView } from './viewport.ts';

/** Which way the arrow keys lead: across and down. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const LARGE_STEP = 16;

export interface KeyboardOptions {
  readonly view: ViewportView;
  layoutNow(): Layout;
  toolNow(): Tool | undefined;
  /** The cursor has moved, or, undefined, is not shown any more. */
  moved(point: ToolPoint | undefined): void;
}

/**
 * Painting with the keyboard alone: the arrows move a cursor by a pixel, with Shift by 16; Enter stamps; Space holds
 * the brush down, so that the arrows draw a line until it is let go. Escape takes back what Space began.
 */
export class KeyboardPainter {
  private at: DocPoint | undefined;
  private shown = false;
  private tool: Tool | undefined;

  constructor(private readonly options: KeyboardOptions) {}

  /** Has the keys of the canvas. @param isFree whether they are ours now @returns stops it */
  listenTo(element: HTMLElement, isFree: () => boolean): () => void {
    return listen(element, {
      keydown: (event) => {
        // With Ctrl, Alt or Command a key is someone's shortcut.
        if (event.ctrlKey || event.metaKey || event.altKey || !isFree()) return;
        if (this.keyDown(event)) event.preventDefault();
      },
      keyup: (event) => this.keyUp(event.key),
      focus: () => isFree() && element.matches(':focus-visible') && this.show(),
      blur: () => {
        if (!this.shown) return;
        this.hide();
        this.options.moved(undefined);
      },
    });
  }

  /** Whether the keyboard's cursor is shown: the last thing used was the keyboard. */
  get active(): boolean {
    return this.shown;
  }

  show(): void {
    this.shown = true;
    this.options.moved(this.point());
  }

  /** The pointer has taken over; the cursor goes on from there next time. */
  hide(at?: DocPoint): void {
    if (at) this.at = at;
    if (!this.shown) return;
    this.shown = false;
    this.release();
  }

  /** @returns whether the key was one of ours */
  keyDown({ key, shiftKey, repeat }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'repeat'>): boolean {
    const arrow = ARROWS[key];
    if (arrow) {
      const step = shiftKey ? LARGE_STEP : 1;
      this.move(arrow[0] * step, arrow[1] * step);
      return true;
    }
    const begun = this.tool ?? this.options.toolNow();
    if (key === 'Escape' && (this.tool || begun?.pending === true)) {
      begun?.cancel();
      this.tool = undefined;
      return true;
    }
    // With the pointer at work Space pans: see `PointerGestures`.
    if (!this.shown || (key !== 'Enter' && key !== ' ')) return false;
    if (repeat || this.tool) return true;
    this.tool = this.options.toolNow();
    this.tool?.down(this.point());
    if (key === 'Enter') this.release();
    return true;
  }

  keyUp(key: string): void {
    if (key === ' ') this.release();
  }

  /** The focus has gone: what Space began is kept. */
  release(): void {
    const { tool } = this;
    this.tool = undefined;
    tool?.up();
  }

  private move(dx: number, dy: number): void {
    const { width, height } = this.options.layoutNow();
    const from = this.place();
    const x = Math.min(width - 1, Math.max(0, Math.floor(from.x) + dx));
    const y = Math.min(height - 1, Math.max(0, Math.floor(from.y) + dy));
    this.at = docPoint(x + 0.5, y + 0.5);
    this.shown = true;
    this.options.view.keepSeen({ ...this.at, width: 0, height: 0 });
    const point = this.point();
    this.tool?.move([point]);
    this.options.moved(point);
  }

  private place(): DocPoint {
    const { width, height } = this.options.layoutNow();
    const at = this.at ?? docPoint(width / 2, height / 2);
    return docPoint(Math.min(width - 0.5, Math.max(0, at.x)), Math.min(height - 0.5, Math.max(0, at.y)));
  }

  private point(): ToolPoint {
    const doc = this.place();
    return { doc, screen: this.options.view.toScreen(doc), pressure: 0.5, pen: false, eraser: false, line: false };
  }
}
