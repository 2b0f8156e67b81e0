import type { Layout } from '../core/layout.ts';
import { unionRect, type Rect } from '../core/rect.ts';
import type { ColorTable } from './classColors.ts';
import { LayoutLayer } from './layoutLayer.ts';

/** The picture below is still seen. */
const STRENGTH = 0.65;

/** What was painted on the picture, in the colours of its classes, until the picture is painted anew. */
export class PaintedLayer {
  private layer: LayoutLayer | undefined;
  private stale: Rect | undefined;

  constructor(private readonly layout: Layout) {}

  get active(): boolean {
    return this.layer !== undefined;
  }

  /** From now on all that differs from the layout as it is now is shown. */
  begin(): void {
    this.layer ??= new LayoutLayer(this.layout, this.layout.ids.slice());
  }

  /** @param rect where the layout has changed, in layout pixels */
  change(rect: Rect): void {
    if (this.active) this.stale = this.stale ? unionRect(this.stale, rect) : rect;
  }

  clear(): void {
    this.layer = this.stale = undefined;
  }

  draw(context: CanvasRenderingContext2D, colors: ColorTable): void {
    if (!this.layer) return;
    if (this.stale) this.layer.update(this.stale, colors);
    this.stale = undefined;
    context.globalAlpha = STRENGTH;
    context.drawImage(this.layer.canvas, 0, 0);
    context.globalAlpha = 1;
  }
}
