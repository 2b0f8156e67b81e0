import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillArea, replaceClass } from './fill.ts';
import { Gesture } from './gesture.ts';
import { flipBlock, readBlock, writeBlock } from './idBlock.ts';
import type { Layout } from './layout.ts';
import { mirrorPoint, mirrorRect } from './mirror.ts';
import type { WriteRecorder } from './paintSpans.ts';
import { containsRect, intersectRect, type Rect } from './rect.ts';
import { roughen } from './roughen.ts';
import { boxBetween, constrained, paintEllipse, paintRectangle, SHAPES } from './shapes.ts';
import { paintStroke } from './stroke.ts';

const WIDTH = 48;
const HEIGHT = 32;

const layouts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }).map((blocks): Layout => {
  // Patches of 12 x 11, so that there are edges and areas.
  const idAt = (x: number, y: number) => blocks[Math.floor(x / 12) + 4 * Math.floor(y / 11)]!;
  const ids = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => idAt(at % WIDTH, Math.floor(at / WIDTH)));
  return { width: WIDTH, height: HEIGHT, ids };
});
const point = fc.record({
  x: fc.double({ min: -8, max: WIDTH + 8, noNaN: true }),
  y: fc.double({ min: -8, max: HEIGHT + 8, noNaN: true }),
});
/** Where rounding is decided by more than the last bit. */
const eighths = fc
  .record({ x: fc.integer({ min: -64, max: 448 }), y: fc.integer({ min: -64, max: 320 }) })
  .map(({ x, y }) => ({ x: x / 8, y: y / 8 }));
const box = fc.tuple(point, point).map(([from, to]) => boxBetween(from, to));
const brush = fc.record({ shape: fc.constantFrom('round', 'square'), size: fc.integer({ min: 1, max: 20 }) });

type Paint = (layout: Layout, recorder?: WriteRecorder) => Rect;
const paints: fc.Arbitrary<Paint> = fc.oneof(
  box.map(
    (one): Paint =>
      (layout, recorder) =>
        paintRectangle(layout, one, 5, recorder),
  ),
  box.map(
    (one): Paint =>
      (layout, recorder) =>
        paintEllipse(layout, one, 5, recorder),
  ),
  fc.tuple(brush, point, point).map(
    ([one, from, to]): Paint =>
      (layout, recorder) =>
        paintStroke(layout, one, from, to, 5, recorder),
  ),
  point.map(
    (at): Paint =>
      (layout, recorder) =>
        fillArea(layout, at, 5, recorder),
  ),
  point.map(
    (at): Paint =>
      (layout, recorder) =>
        replaceClass(layout, at, 5, recorder),
  ),
  fc.tuple(box, fc.nat()).map(
    ([one, seed]): Paint =>
      (layout, recorder) =>
        roughen(layout, one, seed, recorder),
  ),
);

const copyOf = (layout: Layout): Layout => ({ ...layout, ids: layout.ids.slice() });

function changedRect(before: Layout, after: Layout): Rect {
  const changed = [...before.ids.keys()].filter((at) => before.ids[at] !== after.ids[at]);
  if (changed.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = changed.map((at) => at % WIDTH);
  const ys = changed.map((at) => Math.floor(at / WIDTH));
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}

describe('whatever paints', () => {
  it('writes within the rectangle that it returns, and nowhere that was not told before', () => {
    fc.assert(
      fc.property(layouts, paints, (layout, paint) => {
        const before = copyOf(layout);
        const gesture = new Gesture(layout);
        const rect = paint(layout, gesture);
        const changed = changedRect(before, layout);
        expect(changed.width === 0 || containsRect(rect, changed)).toBe(true);
        gesture.rollback();
        expect(layout.ids).toEqual(before.ids);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same twice as once, but for roughening', () => {
    const idempotent = fc.tuple(fc.constantFrom(paintRectangle, paintEllipse), box);
    fc.assert(
      fc.property(layouts, idempotent, (layout, [paint, one]) => {
        paint(layout, one, 5);
        const once = layout.ids.slice();
        expect(paint(layout, one, 5)).toMatchObject({ width: 0, height: 0 });
        expect(layout.ids).toEqual(once);
      }),
    );
  });
});

describe('shapes', () => {
  it('a rectangle is all of its box', () => {
    fc.assert(
      fc.property(layouts, box, (layout, one) => {
        paintRectangle(layout, one, 5);
        const count = layout.ids.filter((id) => id === 5).length;
        const seen = intersectRect(one, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
        expect(count).toBe(Math.max(0, seen.width) * Math.max(0, seen.height));
      }),
    );
  });

  it('an ellipse is the same from the left and the right, from above and below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), (width, height) => {
        const layout = { width, height, ids: new Uint8Array(width * height) };
        paintEllipse(layout, { x: 0, y: 0, width, height }, 1);
        expect(layout.ids[Math.floor(height / 2) * width + Math.floor(width / 2)]).toBe(1);
        const block = readBlock(layout, { x: 0, y: 0, width, height });
        expect(flipBlock(block, 'across').ids).toEqual(block.ids);
        expect(flipBlock(block, 'over').ids).toEqual(block.ids);
      }),
    );
  });

  it('with Shift are square, or go along eighths of a turn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), point, point, (shape, from, to) => {
        const end = constrained(shape, from, to);
        const [dx, dy] = [Math.abs(end.x - from.x), Math.abs(end.y - from.y)];
        const isSquare = Math.abs(dx - dy) < 1e-6;
        const isStraight = Math.min(dx, dy) < 1e-6;
        expect(isSquare || (isStraight && (shape === 'line' || shape === 'polyline'))).toBe(true);
      }),
    );
  });
});

describe('the mirror', () => {
  it('makes of a stroke what the mirrored layout has of it', () => {
    fc.assert(
      fc.property(layouts, brush, eighths, eighths, (layout, one, from, to) => {
        const mirrored = copyOf(layout);
        writeBlock(
          mirrored,
          flipBlock(readBlock(layout, { x: 0, y: 0, width: WIDTH, height: HEIGHT }), 'across'),
          0,
          0,
        );
        paintStroke(layout, one, from, to, 5);
        paintStroke(mirrored, one, mirrorPoint(from, WIDTH), mirrorPoint(to, WIDTH), 5);
        const whole = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
        expect(flipBlock(readBlock(mirrored, whole), 'across').ids).toEqual(layout.ids);
      }),
    );
  });

  it('turns a rectangle over and back', () => {
    fc.assert(
      fc.property(box, (one) => {
        expect(mirrorRect(mirrorRect(one, WIDTH), WIDTH).x === one.x).toBe(true);
      }),
    );
  });
});

describe('replacing a class', () => {
  it('leaves none of it, and everything else', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const old = layout.ids[0]!;
        const before = layout.ids.slice();
        replaceClass(layout, { x: 0.5, y: 0.5 }, 5);
        expect(layout.ids).toEqual(before.map((id) => (id === old ? 5 : id)));
      }),
    );
  });
});

describe('roughening', () => {
  it('is the same for the same seed, and brings no class that was not there', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), (layout, seed) => {
        const again = copyOf(layout);
        const classes = new Set(layout.ids);
        const whole = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
        roughen(layout, whole, seed);
        roughen(again, whole, seed);
        expect(again.ids).toEqual(layout.ids);
        expect([...new Set(layout.ids)].every((id) => classes.has(id))).toBe(true);
      }),
    );
  });

  it('moves a straight border, and leaves alone what is far from one', () => {
    const width = 256;
    const height = 128;
    const ids = Uint8Array.from({ length: width * height }, (_, at) => (at < (width * height) / 2 ? 1 : 9));
    const layout = { width, height, ids };
    const before = ids.slice();
    const rect = roughen(layout, { x: 0, y: 0, width, height }, 3);
    const moved = before.filter((id, at) => id !== ids[at]).length;
    expect(moved).toBeGreaterThan(width);
    expect(rect.height).toBeLessThanOrEqual(48);
    const heights = Array.from({ length: width }, (_, x) => ids.findIndex((id, at) => at % width === x && id === 9));
    expect(new Set(heights).size).toBeGreaterThan(4);
  });
});
