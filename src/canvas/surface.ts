import { DirtyRegion } from '../core/dirtyRegion.ts';
import { growRect, intersectRect, isEmptyRect, wholeRect, type Rect } from '../core/rect.ts';
import { contextOf } from './bitmap.ts';
import { listen } from './listen.ts';
import type { ViewportView } from './viewport.ts';

/** Device pixels around what has changed that are drawn too: smoothing spreads a pixel over its neighbours. */
const SPREAD = 2;

/**
 * A canvas that fills its container and shows the picture's plane through the viewport, sharp on every screen. Changes
 * are gathered and drawn once a frame, only where something has changed; all of it when the viewport moves.
 */
export class Surface {
  private readonly context: CanvasRenderingContext2D;
  private readonly observer: ResizeObserver;
  private readonly undo: readonly (() => void)[];
  private readonly dirty = new DirtyRegion();
  private allDirty = true;
  private frame = 0;
  private width: Side = { css: 0, device: undefined };
  private height: Side = { css: 0, device: undefined };
  private ratio = devicePixelRatio;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly view: ViewportView,
    /** Draws in layout pixels; the context is clipped to what has changed and cleared there. */
    private readonly draw: (context: CanvasRenderingContext2D, scale: number) => void,
  ) {
    this.context = contextOf(canvas);
    this.observer = new ResizeObserver((entries) => {
      for (const entry of entries) this.resize(entry);
    });
    this.observe();
    const redraw = () => this.invalidateAll();
    this.undo = [
      view.viewport.subscribe(redraw),
      listen(canvas, { contextrestored: redraw }),
      // The window may go to another screen, and its canvas keep its size in CSS pixels.
      listen(window, { resize: () => this.fitCanvas() }),
    ];
  }

  /** Draws a rectangle of the picture in the next frame. */
  invalidate(rect: Rect): void {
    this.dirty.add(rect);
    if (!this.dirty.empty) this.schedule();
  }

  invalidateAll(): void {
    this.allDirty = true;
    this.schedule();
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    for (const stop of this.undo) stop();
  }

  private observe(): void {
    try {
      // Whole device pixels as the browser lays them out: sharp at any zoom of the page.
      this.observer.observe(this.canvas, { box: 'device-pixel-content-box' });
    } catch {
      // Safari has no such box.
      this.observer.observe(this.canvas);
    }
  }

  private resize({ contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): void {
    const device = devicePixelContentBoxSize?.[0];
    this.width = { css: contentRect.width, device: device?.inlineSize };
    this.height = { css: contentRect.height, device: device?.blockSize };
    this.fitCanvas();
  }

  private fitCanvas(): void {
    this.ratio = devicePixelRatio;
    const width = deviceSide(this.width, this.ratio);
    const height = deviceSide(this.height, this.ratio);
    if (width !== this.canvas.width || height !== this.canvas.height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.view.resize(this.width.css, this.height.css);
    // At once: a resized canvas is empty, and the next frame would come after it was seen.
    this.allDirty = true;
    this.render();
  }

  private schedule(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.render);
  }

  private readonly render = () => {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    // Not every browser tells that the window has gone to another screen.
    if (this.ratio !== devicePixelRatio) {
      this.fitCanvas();
      return;
    }
    const { zoom, centre } = this.view.viewport.state;
    const scale = zoom * this.ratio;
    // On whole device pixels, so that edges of layout pixels are edges of the screen's where the zoom is whole.
    const originX = Math.round(this.canvas.width / 2 - centre.x * scale);
    const originY = Math.round(this.canvas.height / 2 - centre.y * scale);
    const whole = wholeRect(this.canvas);
    const changed = this.dirty.take().map((rect) => {
      const x = Math.floor(originX + rect.x * scale);
      const y = Math.floor(originY + rect.y * scale);
      const right = Math.ceil(originX + (rect.x + rect.width) * scale);
      const bottom = Math.ceil(originY + (rect.y + rect.height) * scale);
      return intersectRect(growRect({ x, y, width: right - x, height: bottom - y }, SPREAD), whole);
    });
    const regions = this.allDirty ? [whole] : changed;
    this.allDirty = false;
    for (const region of regions) {
      if (!isEmptyRect(region)) this.drawRegion(region, [scale, 0, 0, scale, originX, originY]);
    }
  };

  /** @param region in device pixels */
  private drawRegion(region: Rect, transform: readonly [number, number, number, number, number, number]): void {
    const { context } = this;
    const { x, y, width, height } = region;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.clearRect(x, y, width, height);
    context.setTransform(...transform);
    this.draw(context, transform[0]);
    context.restore();
  }
}

/** How long a side of the canvas is in CSS pixels and, where the browser says so, in whole device pixels. */
interface Side {
  readonly css: number;
  readonly device: number | undefined;
}

function deviceSide({ css, device }: Side, ratio: number): number {
  // Chromium's emulation of a screen changes the ratio and not the box: what is far from the ratio is not believed.
  return device !== undefined && Math.abs(device - css * ratio) <= 1 ? device : Math.round(css * ratio);
}
