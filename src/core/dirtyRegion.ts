import { isEmptyRect, unionRect, type Rect } from './rect.ts';

/** More rectangles than this cost more than drawing a little too much. */
const MOST_RECTS = 6;
/** Two rectangles become one when that covers no more than this many times their own areas. */
const WASTE = 1.4;

/**
 * What has changed since it was last drawn, as a few rectangles: a stroke here and new tokens there must not make all
 * that lies between them dirty. The rectangles may overlap.
 */
export class DirtyRegion {
  private rects: Rect[] = [];

  get empty(): boolean {
    return this.rects.length === 0;
  }

  add(rect: Rect): void {
    if (isEmptyRect(rect)) return;
    let added = rect;
    for (;;) {
      const near = this.rects.findIndex((other) => waste(other, added) <= WASTE);
      if (near === -1) break;
      added = unionRect(added, this.rects[near]!);
      this.rects.splice(near, 1);
    }
    this.rects.push(added);
    if (this.rects.length > MOST_RECTS) this.joinClosest();
  }

  /** All rectangles, at most six; there are none afterwards. */
  take(): readonly Rect[] {
    const taken = this.rects;
    this.rects = [];
    return taken;
  }

  private joinClosest(): void {
    let best = Infinity;
    let pair: readonly [number, number] = [0, 1];
    for (let a = 0; a < this.rects.length; a++) {
      for (let b = a + 1; b < this.rects.length; b++) {
        const cost = area(unionRect(this.rects[a]!, this.rects[b]!)) - area(this.rects[a]!) - area(this.rects[b]!);
        if (cost >= best) continue;
        best = cost;
        pair = [a, b];
      }
    }
    const [a, b] = pair;
    const joined = unionRect(this.rects[a]!, this.rects[b]!);
    this.rects = this.rects.filter((_, n) => n !== a && n !== b);
    this.add(joined);
  }
}

function area({ width, height }: Rect): number {
  return width * height;
}

function waste(a: Rect, b: Rect): number {
  return area(unionRect(a, b)) / (area(a) + area(b));
}
