import type { Layout } from '../core/layout.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import type { ColorTable } from './classColors.ts';

/** Layout pixels along a side of what becomes one pixel of the soft layer; half a cell. */
export const SOFT_PIXELS = 8;
/** Every second pixel both ways is enough of a mean. */
const STRIDE = 2;

/** The layout's colours at an eighth of its size: drawn large and smooth, it is a first idea of the picture. */
export class SoftLayer {
  private readonly bitmap: Bitmap;

  constructor(private readonly layout: Layout) {
    this.bitmap = new Bitmap(layout.width / SOFT_PIXELS, layout.height / SOFT_PIXELS);
  }

  get canvas(): HTMLCanvasElement {
    return this.bitmap.canvas;
  }

  /** @param rect what has changed of the layout, in layout pixels */
  update(rect: Rect, colors: ColorTable): void {
    const x = Math.floor(rect.x / SOFT_PIXELS);
    const y = Math.floor(rect.y / SOFT_PIXELS);
    const right = Math.ceil((rect.x + rect.width) / SOFT_PIXELS);
    const bottom = Math.ceil((rect.y + rect.height) / SOFT_PIXELS);
    for (let row = y; row < bottom; row++) {
      for (let column = x; column < right; column++) {
        this.bitmap.words[row * this.bitmap.width + column] = this.mean(row, column, colors);
      }
    }
    this.bitmap.upload({ x, y, width: right - x, height: bottom - y });
  }

  private mean(row: number, column: number, colors: ColorTable): number {
    const { ids, width } = this.layout;
    let [red, green, blue, count] = [0, 0, 0, 0];
    for (let y = row * SOFT_PIXELS; y < (row + 1) * SOFT_PIXELS; y += STRIDE) {
      for (let x = column * SOFT_PIXELS; x < (column + 1) * SOFT_PIXELS; x += STRIDE) {
        const color = colors[ids[y * width + x]!]!;
        red += color & 0xff;
        green += (color >>> 8) & 0xff;
        blue += (color >>> 16) & 0xff;
        count++;
      }
    }
    return (0xff000000 | ((blue / count) << 16) | ((green / count) << 8) | (red / count)) >>> 0;
  }
}
