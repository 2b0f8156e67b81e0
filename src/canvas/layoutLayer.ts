import type { Layout } from '../core/layout.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import type { ColorTable } from './classColors.ts';

/** The layout in the colours of its classes, at layout resolution. */
export class LayoutLayer extends Bitmap {
  /** @param before what is as it was in this one is clear */
  constructor(
    private readonly layout: Layout,
    private readonly before?: Uint8Array,
  ) {
    super(layout.width, layout.height);
  }

  update(rect: Rect, colors: ColorTable): void {
    const { ids } = this.layout;
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      const end = y * this.width + rect.x + rect.width;
      for (let pixel = y * this.width + rect.x; pixel < end; pixel++) {
        this.words[pixel] = ids[pixel] === this.before?.[pixel] ? 0 : colors[ids[pixel]!]!;
      }
    }
    this.upload(rect);
  }
}
