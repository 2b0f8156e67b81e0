import type { Rect } from '../../core/rect.ts';

/** What candidates look like: for each the picture around the region, written tile by tile. */
export class CandidatePixels {
  private views: Uint8ClampedArray<ArrayBuffer>[] = [];
  private view: Rect = { x: 0, y: 0, width: 0, height: 0 };

  /** Every candidate looks like the picture at first. @param view what of it is kept, in layout pixels */
  begin(count: number, picture: Uint8ClampedArray, pictureWidth: number, view: Rect): void {
    const ground = new Uint8ClampedArray(4 * view.width * view.height);
    for (let y = 0; y < view.height; y++) {
      const start = 4 * ((view.y + y) * pictureWidth + view.x);
      ground.set(picture.subarray(start, start + 4 * view.width), 4 * y * view.width);
    }
    this.view = view;
    this.views = Array.from({ length: count }, () => ground.slice());
  }

  /** Writes what of a tile lies within the view. @param rect in layout pixels */
  put(candidate: number, rect: Rect, pixels: Uint8ClampedArray): void {
    const target = this.views[candidate];
    if (!target) return;
    const { view } = this;
    const left = Math.max(view.x, rect.x);
    const right = Math.min(view.x + view.width, rect.x + rect.width);
    if (right <= left) return;
    for (let y = Math.max(view.y, rect.y); y < Math.min(view.y + view.height, rect.y + rect.height); y++) {
      const from = 4 * ((y - rect.y) * rect.width + left - rect.x);
      target.set(pixels.subarray(from, from + 4 * (right - left)), 4 * ((y - view.y) * view.width + left - view.x));
    }
  }

  /** RGBA of the view. */
  of(candidate: number): Uint8ClampedArray<ArrayBuffer> | undefined {
    return this.views[candidate];
  }

  clear(): void {
    this.views = [];
  }
}
