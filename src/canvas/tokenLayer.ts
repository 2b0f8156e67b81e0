import { LAYOUT_CELL_PIXELS, type Lattice } from '../core/lattice.ts';
import type { Rect } from '../core/rect.ts';
import type { Swatches } from '../protocol/engineEvents.ts';
import { Bitmap } from './bitmap.ts';

/** The tokens there are, each as its swatch; transparent where there is none. */
export class TokenLayer {
  private readonly bitmap: Bitmap;

  constructor(
    private readonly lattice: Lattice,
    private readonly tokens: Int16Array,
    private readonly swatches: Swatches,
  ) {
    this.bitmap = new Bitmap(lattice.columns * swatches.pixels, lattice.rows * swatches.pixels);
  }

  get canvas(): HTMLCanvasElement {
    return this.bitmap.canvas;
  }

  /** @param rect what has changed, in layout pixels */
  update(rect: Rect): void {
    const { pixels } = this.swatches;
    const x = Math.floor(rect.x / LAYOUT_CELL_PIXELS);
    const y = Math.floor(rect.y / LAYOUT_CELL_PIXELS);
    const right = Math.ceil((rect.x + rect.width) / LAYOUT_CELL_PIXELS);
    const bottom = Math.ceil((rect.y + rect.height) / LAYOUT_CELL_PIXELS);
    for (let row = y; row < bottom; row++) for (let column = x; column < right; column++) this.put(row, column);
    this.bitmap.upload({ x: x * pixels, y: y * pixels, width: (right - x) * pixels, height: (bottom - y) * pixels });
  }

  private put(row: number, column: number): void {
    const { pixels, rgb } = this.swatches;
    const { words, width } = this.bitmap;
    const token = this.tokens[row * this.lattice.columns + column]!;
    const known = token >= 0 && (token + 1) * pixels * pixels * 3 <= rgb.length;
    for (let y = 0; y < pixels; y++) {
      const line = (row * pixels + y) * width + column * pixels;
      for (let x = 0; x < pixels; x++) {
        const at = ((token * pixels + y) * pixels + x) * 3;
        words[line + x] = known ? (0xff000000 | (rgb[at + 2]! << 16) | (rgb[at + 1]! << 8) | rgb[at]!) >>> 0 : 0;
      }
    }
  }
}
