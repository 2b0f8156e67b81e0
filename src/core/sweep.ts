import { doubledCentre, type Brush } from './brush.ts';
import type { Point } from './point.ts';

/** Pixels of one row, both ends included; none when last < first. */
export interface Span {
  first: number;
  last: number;
}

/**
 * What a stamp covers on its way from one point to another: a convex shape, so that every row of it is one span. A
 * pixel belongs to it when its middle does. Coordinates are doubled: whole numbers for middles and corners of pixels.
 */
export interface Sweep {
  readonly top: number;
  readonly bottom: number;
  /** Whether pixel (x, y) is covered: the definition, which `span` answers faster. */
  covers(x: number, y: number): boolean;
  /** The covered pixels of row y. The object is reused by the next call. */
  span(y: number): Span;
}

export function sweep(brush: Brush, from: Point, to: Point): Sweep {
  const ax = doubledCentre(from.x, brush.size);
  const ay = doubledCentre(from.y, brush.size);
  const bx = doubledCentre(to.x, brush.size);
  const by = doubledCentre(to.y, brush.size);
  const swept = brush.shape === 'round' ? capsule(ax, ay, bx, by, brush.size) : hexagon(ax, ay, bx, by, brush.size);
  const span: Span = { first: 0, last: -1 };
  return {
    top: Math.ceil((Math.min(ay, by) - brush.size - 1) / 2),
    bottom: Math.floor((Math.max(ay, by) + brush.size - 1) / 2),
    covers: (x, y) => swept.covers(2 * x + 1, 2 * y + 1),
    span(y) {
      const v = 2 * y + 1;
      // Rounding may leave the estimate a pixel off at either end; the definition has the last word.
      const [low, high] = swept.estimate(v);
      let first = Math.ceil((low - 1) / 2);
      let last = Math.floor((high - 1) / 2);
      while (swept.covers(2 * first - 1, v)) first--;
      while (first <= last && !swept.covers(2 * first + 1, v)) first++;
      while (swept.covers(2 * last + 3, v)) last++;
      while (last >= first && !swept.covers(2 * last + 1, v)) last--;
      span.first = first;
      span.last = last;
      return span;
    },
  };
}

interface Swept {
  covers(u: number, v: number): boolean;
  /** Where row v enters and leaves the shape, but for rounding. */
  estimate(v: number): readonly [number, number];
}

/** A disc of diameter `size` swept along a segment: points no farther than its radius from the segment. */
function capsule(ax: number, ay: number, bx: number, by: number, size: number): Swept {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const size2 = size * size;
  const reach = size * Math.sqrt(length2);
  return {
    covers(u, v) {
      const along = (u - ax) * dx + (v - ay) * dy;
      if (along <= 0) return (u - ax) ** 2 + (v - ay) ** 2 <= size2;
      if (along >= length2) return (u - bx) ** 2 + (v - by) ** 2 <= size2;
      return (dx * (v - ay) - dy * (u - ax)) ** 2 <= size2 * length2;
    },
    estimate(v) {
      let low = Infinity;
      let high = -Infinity;
      const include = (from: number, to: number) => {
        if (!(from <= to)) return;
        low = Math.min(low, from);
        high = Math.max(high, to);
      };
      const halfA = Math.sqrt(size2 - (v - ay) ** 2);
      const halfB = Math.sqrt(size2 - (v - by) ** 2);
      include(ax - halfA, ax + halfA);
      include(bx - halfB, bx + halfB);
      if (length2 > 0) {
        // Between the two discs: |cross| <= reach and 0 <= along <= length2, both linear in u.
        const cross = within(-dy, dx * (v - ay) + dy * ax, -reach, reach);
        const along = within(dx, (v - ay) * dy - dx * ax, 0, length2);
        include(Math.max(cross[0], along[0]), Math.min(cross[1], along[1]));
      }
      return low <= high ? [low, high] : [0, -2];
    },
  };
}

/** An open square of side `size` swept along a segment: six edges, four upright or level and two along the segment. */
function hexagon(ax: number, ay: number, bx: number, by: number, size: number): Swept {
  const dx = bx - ax;
  const dy = by - ay;
  const left = Math.min(ax, bx) - size;
  const right = Math.max(ax, bx) + size;
  const top = Math.min(ay, by) - size;
  const bottom = Math.max(ay, by) + size;
  const reach = size * (Math.abs(dx) + Math.abs(dy));
  const still = reach === 0;
  return {
    covers: (u, v) =>
      u > left && u < right && v > top && v < bottom && (still || Math.abs(dx * (v - ay) - dy * (u - ax)) < reach),
    estimate(v) {
      if (v <= top || v >= bottom) return [0, -2];
      if (still) return [left, right];
      const [from, to] = within(-dy, dx * (v - ay) + dy * ax, -reach, reach);
      return [Math.max(left, from), Math.min(right, to)];
    },
  };
}

/** The interval of u where low <= slope * u + offset <= high. */
function within(slope: number, offset: number, low: number, high: number): readonly [number, number] {
  if (slope === 0) return low <= offset && offset <= high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const a = (low - offset) / slope;
  const b = (high - offset) / slope;
  return a < b ? [a, b] : [b, a];
}
