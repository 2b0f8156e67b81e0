import { cellCount, LAYOUT_CELL_PIXELS, type Lattice } from '../core/lattice.ts';
import { cellPixelsOf, pictureSize, toPicture } from '../core/picturePixels.ts';
import type { Rect } from '../core/rect.ts';
import { Bitmap } from './bitmap.ts';
import { eachSquare } from './eachSquare.ts';

/** The decoded picture, and how much of it there is: what lies below a whole picture need not be drawn. */
export class TileLayer extends Bitmap {
  /** Picture pixels along a side of a cell. */
  readonly cellPixels: number;
  private readonly covered: Uint8Array;
  private count = 0;

  constructor(
    private readonly lattice: Lattice,
    readonly picture: Uint8ClampedArray<ArrayBuffer>,
  ) {
    const cellPixels = cellPixelsOf(picture, cellCount(lattice));
    const { width, height } = pictureSize(lattice, cellPixels);
    super(width, height, picture);
    this.cellPixels = cellPixels;
    this.covered = new Uint8Array(cellCount(lattice));
  }

  get empty(): boolean {
    return this.count === 0;
  }

  get whole(): boolean {
    return this.count === this.covered.length;
  }

  /** @param rect what has changed, in layout pixels */
  update(rect: Rect): void {
    eachSquare(rect, LAYOUT_CELL_PIXELS, (row, column) => this.look(row, column));
    this.upload(toPicture(rect, this.cellPixels));
  }

  private look(row: number, column: number): void {
    const cell = row * this.lattice.columns + column;
    const first = (row * this.width + column) * this.cellPixels;
    const last = first + (this.cellPixels - 1) * (this.width + 1);
    const opaque = this.isOpaque(first) && this.isOpaque(last) ? 1 : 0;
    this.count += opaque - this.covered[cell]!;
    this.covered[cell] = opaque;
  }

  private isOpaque(pixel: number): boolean {
    return this.words[pixel]! >>> 24 === 0xff;
  }
}
