import type { Layout } from '../core/layout.ts';
import { unionRect, type Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import type { ColorTable } from './classColors.ts';

/** The picture below is still seen. */
const STRENGTH = 0.65;

/** What was painted on the picture, in the colours of its classes, until the picture is painted anew. */
export class PaintedLayer {
  private bitmap: Bitmap | undefined;
  private before = new Uint8Array();
  private stale: Rect | undefined;

  constructor(private readonly layout: Layout) {}

  get active(): boolean {
    return this.bitmap !== undefined;
  }

  /** From now on all that differs from the layout as it is now is shown. */
  begin(): void {
    if (this.bitmap) return;
    const { ids, width, height } = this.layout;
    this.before = ids.slice();
    this.bitmap = new Bitmap(width, height);
  }

  /** @param rect where the layout has changed, in layout pixels */
  change(rect: Rect): void {
    if (this.active) this.stale = this.stale ? unionRect(this.stale, rect) : rect;
  }

  clear(): void {
    this.bitmap = this.stale = undefined;
  }

  draw(context: CanvasRenderingContext2D, colors: ColorTable): void {
    if (!this.bitmap) return;
    if (this.stale) this.update(this.bitmap, this.stale, colors);
    this.stale = undefined;
    context.globalAlpha = STRENGTH;
    context.drawImage(this.bitmap.canvas, 0, 0);
    context.globalAlpha = 1;
  }

  private update(bitmap: Bitmap, rect: Rect, colors: ColorTable): void {
    const { ids, width } = this.layout;
    const { words } = bitmap;
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      const end = y * width + rect.x + rect.width;
      for (let pixel = y * width + rect.x; pixel < end; pixel++) {
        words[pixel] = ids[pixel] === this.before[pixel] ? 0 : colors[ids[pixel]!]!;
      }
    }
    bitmap.upload(rect);
  }
}
