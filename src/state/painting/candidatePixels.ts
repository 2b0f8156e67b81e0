import { cutPixels, pictureSize, toPicture } from '../../core/picturePixels.ts';
import { EMPTY_RECT, type Rect, type Size } from '../../core/rect.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';

/** What candidates look like: for each the picture around the region, written tile by tile. */
export class CandidatePixels {
  private views: Uint8ClampedArray<ArrayBuffer>[] = [];
  /** In picture pixels. */
  private view: Rect = EMPTY_RECT;
  private cellPixels = 0;

  /** Every candidate looks like the picture at first. @param view what of it is kept: whole cells, in layout pixels */
  begin(count: number, document: Pick<PaintDocument, 'lattice' | 'picture' | 'cellPixels'>, view: Rect): void {
    const { lattice, picture, cellPixels } = document;
    this.cellPixels = cellPixels;
    this.view = toPicture(view, cellPixels);
    const ground = cutPixels(picture, pictureSize(lattice, cellPixels).width, this.view);
    this.views = Array.from({ length: count }, () => ground.slice());
  }

  /** Writes what of a tile lies within the view. @param tile in layout pixels @param pixels as fine as the view's */
  put(candidate: number, tile: Rect, pixels: Uint8ClampedArray): void {
    const target = this.views[candidate];
    if (!target) return;
    const { view } = this;
    const rect = toPicture(tile, this.cellPixels);
    const left = Math.max(view.x, rect.x);
    const right = Math.min(view.x + view.width, rect.x + rect.width);
    if (right <= left) return;
    for (let y = Math.max(view.y, rect.y); y < Math.min(view.y + view.height, rect.y + rect.height); y++) {
      const from = 4 * ((y - rect.y) * rect.width + left - rect.x);
      target.set(pixels.subarray(from, from + 4 * (right - left)), 4 * ((y - view.y) * view.width + left - view.x));
    }
  }

  /** Width and height of the view in picture pixels. */
  get size(): Size {
    return this.view;
  }

  /** RGBA of the view. */
  of(candidate: number): Uint8ClampedArray<ArrayBuffer> | undefined {
    return this.views[candidate];
  }

  /** The picture with a candidate in its place: a copy. Undefined where there is none, or the picture is of another size by now. */
  inPicture(
    candidate: number,
    { lattice, picture }: Pick<PaintDocument, 'lattice' | 'picture'>,
  ): Uint8ClampedArray<ArrayBuffer> | undefined {
    const own = this.views[candidate];
    const { width, height } = pictureSize(lattice, this.cellPixels);
    if (!own || picture.length !== 4 * width * height) return undefined;
    const { view } = this;
    const whole = new Uint8ClampedArray(picture);
    for (let y = 0; y < view.height; y++) {
      whole.set(own.subarray(4 * y * view.width, 4 * (y + 1) * view.width), 4 * ((view.y + y) * width + view.x));
    }
    return whole;
  }

  clear(): void {
    this.views = [];
  }
}
