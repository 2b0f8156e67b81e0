import type { Layout } from '../core/layout.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import type { ColorTable } from './classColors.ts';
import { eachSquare } from './eachSquare.ts';

/** Layout pixels along a side of what becomes one pixel of the soft layer; half a cell. */
const SOFT_PIXELS = 8;
/** Every second pixel both ways is enough of a mean. */
const STRIDE = 2;

/** The layout's colours at an eighth of its size: drawn large and smooth, it is a first idea of the picture. */
export class SoftLayer extends Bitmap {
  constructor(private readonly layout: Layout) {
    super(layout.width / SOFT_PIXELS, layout.height / SOFT_PIXELS);
  }

  /** @param rect what has changed of the layout, in layout pixels */
  update(rect: Rect, colors: ColorTable): void {
    const changed = eachSquare(rect, SOFT_PIXELS, (row, column) => {
      this.words[row * this.width + column] = this.mean(row, column, colors);
    });
    this.upload(changed);
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
