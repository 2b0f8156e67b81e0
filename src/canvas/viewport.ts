import type { Point } from '../core/point.ts';
import { growRect, type Rect, type Size } from '../core/rect.ts';

declare const space: unique symbol;
/** A place in the picture, in layout pixels. */
export type DocPoint = Point & { readonly [space]: 'document' };
/** A place on a canvas, in CSS pixels from its top left corner. */
export type ScreenPoint = Point & { readonly [space]: 'screen' };

export function docPoint(x: number, y: number): DocPoint {
  return { x, y } as DocPoint;
}

export function screenPoint(x: number, y: number): ScreenPoint {
  return { x, y } as ScreenPoint;
}

export const ZOOM = { minimum: 0.1, maximum: 16 } as const;
/** CSS pixels that stay free around a picture that is fitted. */
const FIT_MARGIN = 12;

/** CSS pixels around what the keyboard is at that stay on the canvas. */
const SEEN_MARGIN = 24;

export interface ViewportState {
  /** CSS pixels to a layout pixel, 0.1..16. */
  readonly zoom: number;
  /** What part of the picture lies in the middle of a canvas. */
  readonly centre: DocPoint;
  /** Whether the picture is kept fitted while its canvases change their size. */
  readonly fitted: boolean;
}

/**
 * Which part of the picture is seen, and how large. All canvases of a document share one viewport and so move together;
 * it holds the middle and not a corner, so that canvases of different sizes still show the same place. Each canvas has a
 * `ViewportView`, which knows its size.
 */
export class Viewport {
  private current: ViewportState;
  private readonly listeners = new Set<() => void>();
  private readonly views = new Set<ViewportView>();

  constructor(private content: Size) {
    this.current = { zoom: 1, centre: middleOf(content), fitted: true };
  }

  get state(): ViewportState {
    return this.current;
  }

  /** The picture's size in layout pixels. Another one is fitted anew. */
  setContent(content: Size): void {
    if (content.width === this.content.width && content.height === this.content.height) return;
    this.content = { width: content.width, height: content.height };
    this.fit();
  }

  /** Shows the whole picture, and goes on doing so until a person zooms or pans. */
  fit(): void {
    this.set({ zoom: this.fittingZoom(), centre: middleOf(this.content), fitted: true });
  }

  /** Layout pixels at `zoom` CSS pixels around the middle; 1 is their own size. */
  setZoom(zoom: number): void {
    this.set({ zoom, centre: this.current.centre, fitted: false });
  }

  zoomBy(factor: number): void {
    this.setZoom(this.current.zoom * factor);
  }

  /** Zooms so that `fixed` stays where it is on the canvas. */
  zoomAround(fixed: DocPoint, factor: number): void {
    const { zoom, centre } = this.current;
    const next = clamp(zoom * factor, ZOOM.minimum, ZOOM.maximum);
    const shrink = zoom / next;
    const x = fixed.x + (centre.x - fixed.x) * shrink;
    const y = fixed.y + (centre.y - fixed.y) * shrink;
    this.set({ zoom: next, centre: docPoint(x, y), fitted: false });
  }

  /** Moves the picture by CSS pixels. */
  panBy(dx: number, dy: number): void {
    const { zoom, centre } = this.current;
    this.set({ zoom, centre: docPoint(centre.x - dx / zoom, centre.y - dy / zoom), fitted: false });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A canvas comes in. `detach` when it goes. */
  attach(): ViewportView {
    const view = new ViewportView(
      this,
      () => this.current.fitted && this.fit(),
      () => this.views.delete(view),
    );
    this.views.add(view);
    return view;
  }

  private fittingZoom(): number {
    const sizes = [...this.views].map(({ size }) => size).filter(({ width, height }) => width > 0 && height > 0);
    if (sizes.length === 0) return this.current.zoom;
    return Math.min(
      ...sizes.flatMap(({ width, height }) => [room(width) / this.content.width, room(height) / this.content.height]),
    );
  }

  private set({ zoom, centre, fitted }: ViewportState): void {
    const next = {
      zoom: clamp(zoom, ZOOM.minimum, ZOOM.maximum),
      // The middle of a canvas always shows some of the picture: it cannot be lost.
      centre: docPoint(clamp(centre.x, 0, this.content.width), clamp(centre.y, 0, this.content.height)),
      fitted,
    };
    const now = this.current;
    const same = now.zoom === next.zoom && now.centre.x === next.centre.x && now.centre.y === next.centre.y;
    if (same && now.fitted === fitted) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}

/** One canvas's window on the picture: turns places on the canvas into places in the picture and back. */
export class ViewportView {
  private current: Size = { width: 0, height: 0 };

  constructor(
    readonly viewport: Viewport,
    private readonly resized: () => void,
    readonly detach: () => void,
  ) {}

  get size(): Size {
    return this.current;
  }

  /** The canvas has this size now, in CSS pixels. */
  resize(width: number, height: number): void {
    if (width === this.current.width && height === this.current.height) return;
    this.current = { width, height };
    this.resized();
  }

  toDoc(point: ScreenPoint): DocPoint {
    const { zoom, centre } = this.viewport.state;
    const { width, height } = this.current;
    return docPoint((point.x - width / 2) / zoom + centre.x, (point.y - height / 2) / zoom + centre.y);
  }

  toScreen(point: Point): ScreenPoint {
    const { zoom, centre } = this.viewport.state;
    const { width, height } = this.current;
    return screenPoint((point.x - centre.x) * zoom + width / 2, (point.y - centre.y) * zoom + height / 2);
  }

  /** A part of the picture, in CSS pixels of the canvas. */
  rectToScreen(rect: Rect): Rect {
    const { zoom } = this.viewport.state;
    return { ...this.toScreen(rect), width: rect.width * zoom, height: rect.height * zoom };
  }

  /** Moves the picture so that a part of it, and a little around it, stays on the canvas. */
  keepSeen(rect: Rect): void {
    const { x, y, width, height } = growRect(this.rectToScreen(rect), SEEN_MARGIN);
    const dx = beyond(x, width, this.current.width);
    const dy = beyond(y, height, this.current.height);
    if (dx !== 0 || dy !== 0) this.viewport.panBy(-dx, -dy);
  }

  /** Zooms around a place of the canvas. */
  zoomAt(point: ScreenPoint, factor: number): void {
    this.viewport.zoomAround(this.toDoc(point), factor);
  }
}

/** What a canvas's side leaves for a fitted picture. */
function room(side: number): number {
  return Math.max(1, side - 2 * FIT_MARGIN);
}

/** How far a stretch reaches beyond 0..limit, and to which side. */
function beyond(from: number, length: number, limit: number): number {
  return Math.min(0, from) || Math.max(0, from + length - limit);
}

function middleOf({ width, height }: Size): DocPoint {
  return docPoint(width / 2, height / 2);
}

function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}
