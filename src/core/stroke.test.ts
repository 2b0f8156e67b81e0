import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRUSH_SHAPES, BRUSH_SIZE, stampBounds, type Brush, type BrushShape } from './brush.ts';
import { ANY } from './classes.ts';
import type { Layout } from './layout.ts';
import type { Point } from './point.ts';
import { containsRect, EMPTY_RECT, type Rect } from './rect.ts';
import { paintStroke } from './stroke.ts';
import { sweep } from './sweep.ts';

const WIDTH = 96;
const HEIGHT = 64;

function blank(): Layout {
  return { width: WIDTH, height: HEIGHT, ids: new Uint8Array(WIDTH * HEIGHT).fill(ANY) };
}

const coordinate = fc.double({ min: -150, max: 250, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate });
const brush: fc.Arbitrary<Brush> = fc.record({
  shape: fc.constantFrom(...BRUSH_SHAPES),
  size: fc.oneof(
    fc.integer({ min: BRUSH_SIZE.minimum, max: 24 }),
    fc.integer({ min: BRUSH_SIZE.minimum, max: BRUSH_SIZE.maximum }),
  ),
});
const classId = fc.integer({ min: 1, max: 11 });

/** The smallest rectangle of all pixels that differ, found pixel by pixel. */
function difference(a: Layout, b: Layout): Rect {
  let [left, top, right, bottom] = [WIDTH, HEIGHT, -1, -1];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      if (a.ids[y * WIDTH + x] === b.ids[y * WIDTH + x]) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return bottom < 0 ? EMPTY_RECT : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

describe('a stroke', () => {
  it('writes its class wherever the sweep covers a pixel, and nothing else', () => {
    fc.assert(
      fc.property(brush, point, point, classId, (used, from, to, id) => {
        const layout = blank();
        paintStroke(layout, used, from, to, id);
        const swept = sweep(used, from, to);
        const expected = Uint8Array.from(layout.ids, (_, n) =>
          swept.covers(n % WIDTH, Math.floor(n / WIDTH)) ? id : ANY,
        );
        expect(sameBytes(layout.ids, expected)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('covers the pixels whose middle is no farther from its way than half the brush', () => {
    fc.assert(
      fc.property(brush, point, point, (used, from, to) => {
        const layout = blank();
        paintStroke(layout, used, from, to, 3);
        const [a, b] = [from, to].map(({ x, y }) => {
          const bounds = stampBounds(used, { x, y });
          return { x: bounds.x + used.size / 2, y: bounds.y + used.size / 2 };
        });
        const wrong = [...layout.ids.keys()].filter((n) => {
          const middle = { x: (n % WIDTH) + 0.5, y: Math.floor(n / WIDTH) + 0.5 };
          const beyond = distance(used.shape, middle, a!, b!) - used.size / 2;
          // On the edge itself the arithmetic of this reference is not exact.
          return Math.abs(beyond) > 1e-6 && beyond < 0 !== (layout.ids[n] === 3);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('returns exactly the rectangle of the pixels it changed, whatever was there before', () => {
    const strokes = fc.array(fc.tuple(brush, point, point, classId), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(strokes, (all) => {
        const layout = blank();
        for (const [used, from, to, id] of all) {
          const before = { ...layout, ids: layout.ids.slice() };
          const rect = paintStroke(layout, used, from, to, id);
          expect(rect).toEqual(difference(before, layout));
        }
      }),
    );
  });

  it('tells the recorder of every pixel before it writes it', () => {
    fc.assert(
      fc.property(brush, point, point, classId, (used, from, to, id) => {
        const layout = blank();
        const told = new Uint8Array(layout.ids.length);
        let early = true;
        const recorder = {
          touch(rect: Rect) {
            for (let y = rect.y; y < rect.y + rect.height; y++) {
              for (let x = rect.x; x < rect.x + rect.width; x++) {
                early &&= layout.ids[y * WIDTH + x] === ANY;
                told[y * WIDTH + x] = 1;
              }
            }
          },
        };
        paintStroke(layout, used, from, to, id, recorder);
        expect(early && layout.ids.every((pixel, n) => pixel === ANY || told[n] === 1)).toBe(true);
      }),
    );
  });

  it('is the same forwards and backwards', () => {
    fc.assert(
      fc.property(brush, point, point, classId, (used, from, to, id) => {
        const there = blank();
        const back = blank();
        paintStroke(there, used, from, to, id);
        paintStroke(back, used, to, from, id);
        expect(sameBytes(there.ids, back.ids)).toBe(true);
      }),
    );
  });

  it('is the sum of its two halves when the brush stops on the way', () => {
    const whole = fc.integer({ min: -20, max: 90 });
    const step = fc.integer({ min: -12, max: 12 });
    const steps = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(brush, whole, whole, step, step, steps, steps, (used, x, y, dx, dy, first, second) => {
        const at = (n: number) => ({ x: x + n * dx, y: y + n * dy });
        const one = blank();
        const two = blank();
        paintStroke(one, used, at(0), at(first + second), 3);
        paintStroke(two, used, at(0), at(first), 3);
        paintStroke(two, used, at(first), at(first + second), 3);
        expect(sameBytes(two.ids, one.ids)).toBe(true);
      }),
    );
  });

  it('leaves no gap however fast the pointer moves: its pixels hang together', () => {
    fc.assert(
      fc.property(brush, point, point, (used, from, to) => {
        const layout = blank();
        paintStroke(layout, used, from, to, 3);
        expect(pieces(layout, 3)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a stamp', () => {
  it('of one pixel is the pixel under the pointer', () => {
    for (const shape of BRUSH_SHAPES) {
      const rect = paintStroke(blank(), { shape, size: 1 }, { x: 10.9, y: 20.1 }, { x: 10.9, y: 20.1 }, 3);
      expect(rect).toEqual({ x: 10, y: 20, width: 1, height: 1 });
    }
  });

  it('is as large as its brush and has the same pixels wherever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BRUSH_SHAPES),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 31, max: 33, noNaN: true }),
        (shape, size, at) => {
          const layout = blank();
          const rect = paintStroke(layout, { shape, size }, { x: at, y: at }, { x: at, y: at }, 3);
          expect([rect.width, rect.height]).toEqual([size, size]);
          const pixels = layout.ids.filter((id) => id === 3).length;
          const area = shape === 'square' ? size * size : (Math.PI * size * size) / 4;
          expect(Math.abs(pixels - area)).toBeLessThan(shape === 'square' ? 1 : 2 * size + 1);
        },
      ),
    );
  });

  it('outside the picture writes nothing', () => {
    const layout = blank();
    const rect = paintStroke(layout, { shape: 'round', size: 9 }, { x: -50, y: 10 }, { x: -50, y: 10 }, 3);
    expect(rect).toEqual(EMPTY_RECT);
    expect(layout.ids.every((id) => id === ANY)).toBe(true);
  });

  it('over its edge stays inside it', () => {
    const layout = blank();
    const rect = paintStroke(layout, { shape: 'round', size: 40 }, { x: WIDTH, y: HEIGHT }, { x: WIDTH, y: HEIGHT }, 3);
    expect(containsRect({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, rect)).toBe(true);
    expect(rect.width).toBe(20);
  });
});

/** How far a place is from a segment, as the shape measures it, by halving: naive, and nothing like the rasteriser. */
function distance(shape: BrushShape, place: Point, a: Point, b: Point): number {
  const at = (t: number) => {
    const dx = Math.abs(place.x - a.x - t * (b.x - a.x));
    const dy = Math.abs(place.y - a.y - t * (b.y - a.y));
    return shape === 'round' ? Math.hypot(dx, dy) : Math.max(dx, dy);
  };
  let [low, high] = [0, 1];
  for (let n = 0; n < 50; n++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return Math.min(at(low), at(high), at(0), at(1));
}

/** `toEqual` takes milliseconds for that many numbers. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, n) => byte === b[n]);
}

/** How many pieces, joined by sides or corners, a class forms. */
function pieces({ ids }: Layout, id: number): number {
  const seen = new Uint8Array(ids.length);
  let count = 0;
  for (let start = 0; start < ids.length; start++) {
    if (ids[start] !== id || seen[start] === 1) continue;
    count++;
    const stack = [start];
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      if (ids[pixel] !== id || seen[pixel] === 1) continue;
      seen[pixel] = 1;
      const x = pixel % WIDTH;
      for (const dy of [-WIDTH, 0, WIDTH]) {
        for (const dx of [-1, 0, 1]) if (x + dx >= 0 && x + dx < WIDTH) stack.push(pixel + dy + dx);
      }
    }
  }
  return count;
}
