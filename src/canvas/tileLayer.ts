import { cellCount, LAYOUT_CELL_PIXELS, type Lattice } from '../core/lattice.ts';
import { cellPixelsOf, pictureSize, toPicture } from '../core/picturePixels.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';

/** The decoded picture, and how much of it there is: what lies below a whole picture need not be drawn. */
export class TileLayer {
  /** Picture pixels along a side of a cell. */
  readonly cellPixels: number;
  private readonly bitmap: Bitmap;
  private readonly covered: Uint8Array;
  private count = 0;

  constructor(
    private readonly lattice: Lattice,
    readonly picture: Uint8ClampedArray<ArrayBuffer>,
  ) {
    this.cellPixels = cellPixelsOf(picture, cellCount(lattice));
    const { width, height } = pictureSize(lattice, this.cellPixels);
    this.bitmap = new Bitmap(width, height, picture);
    this.covered = new Uint8Array(cellCount(lattice));
  }

  get canvas(): HTMLCanvasElement {
    return this.bitmap.canvas;
  }

  get empty(): boolean {
    return this.count === 0;
  }

  get whole(): boolean {
    return this.count === this.covered.length;
  }

  /** @param rect what has changed, in layout pixels */
  update(rect: Rect): void {
    const bottom = Math.ceil((rect.y + rect.height) / LAYOUT_CELL_PIXELS);
    const right = Math.ceil((rect.x + rect.width) / LAYOUT_CELL_PIXELS);
    for (let row = Math.floor(rect.y / LAYOUT_CELL_PIXELS); row < bottom; row++) {
      for (let column = Math.floor(rect.x / LAYOUT_CELL_PIXELS); column < right; column++) this.look(row, column);
    }
    this.bitmap.upload(toPicture(rect, this.cellPixels));
  }

  private look(row: number, column: number): void {
    const cell = row * this.lattice.columns + column;
    const first = (row * this.bitmap.width + column) * this.cellPixels;
    const last = first + (this.cellPixels - 1) * (this.bitmap.width + 1);
    const opaque = this.isOpaque(first) && this.isOpaque(last) ? 1 : 0;
    this.count += opaque - this.covered[cell]!;
    this.covered[cell] = opaque;
  }

  private isOpaque(pixel: number): boolean {
    return this.bitmap.words[pixel]! >>> 24 === 0xff;
  }
}
