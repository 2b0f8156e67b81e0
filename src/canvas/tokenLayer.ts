import { LAYOUT_CELL_PIXELS, type Lattice } from '../core/lattice.ts';
import type { Rect } from '../core/rect.ts';
import type { Swatches } from '../protocol/engineEvents.ts';
import { Bitmap } from './bitmap.ts';
import { eachSquare } from './eachSquare.ts';

/** The tokens there are, each as its swatch; transparent where there is none. */
export class TokenLayer extends Bitmap {
  constructor(
    private readonly lattice: Lattice,
    private readonly tokens: Int16Array,
    private readonly swatches: Swatches,
  ) {
    super(lattice.columns * swatches.pixels, lattice.rows * swatches.pixels);
  }

  /** @param rect what has changed, in layout pixels */
  update(rect: Rect): void {
    const { pixels } = this.swatches;
    const cells = eachSquare(rect, LAYOUT_CELL_PIXELS, (row, column) => this.put(row, column));
    const { x, y, width, height } = cells;
    this.upload({ x: x * pixels, y: y * pixels, width: width * pixels, height: height * pixels });
  }

  private put(row: number, column: number): void {
    const { pixels, rgb } = this.swatches;
    const token = this.tokens[row * this.lattice.columns + column]!;
    const known = token >= 0 && (token + 1) * pixels * pixels * 3 <= rgb.length;
    for (let y = 0; y < pixels; y++) {
      const line = (row * pixels + y) * this.width + column * pixels;
      for (let x = 0; x < pixels; x++) {
        const at = ((token * pixels + y) * pixels + x) * 3;
        this.words[line + x] = known ? (0xff000000 | (rgb[at + 2]! << 16) | (rgb[at + 1]! << 8) | rgb[at]!) >>> 0 : 0;
      }
    }
  }
}
