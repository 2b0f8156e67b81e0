import type { Layout } from '../core/layout.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import type { ColorTable } from './classColors.ts';

/** The layout in the colours of its classes, at layout resolution. */
export class LayoutLayer {
  private readonly bitmap: Bitmap;

  constructor(private readonly layout: Layout) {
    this.bitmap = new Bitmap(layout.width, layout.height);
  }

  get canvas(): HTMLCanvasElement {
    return this.bitmap.canvas;
  }

  update(rect: Rect, colors: ColorTable): void {
    const { ids, width } = this.layout;
    const { words } = this.bitmap;
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      const end = y * width + rect.x + rect.width;
      for (let pixel = y * width + rect.x; pixel < end; pixel++) words[pixel] = colors[ids[pixel]!]!;
    }
    this.bitmap.upload(rect);
  }
}
