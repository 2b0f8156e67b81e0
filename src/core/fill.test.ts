import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY } from './classes.ts';
import { fillArea, fillLayout } from './fill.ts';
import type { Layout } from './layout.ts';
import { EMPTY_RECT } from './rect.ts';

const WIDTH = 17;
const HEIGHT = 11;

const layouts = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT })
  .map((ids): Layout => ({ width: WIDTH, height: HEIGHT, ids: Uint8Array.from(ids) }));
const places = fc.record({ x: fc.integer({ min: -2, max: WIDTH + 1 }), y: fc.integer({ min: -2, max: HEIGHT + 1 }) });

/** The area around a pixel, one pixel at a time. */
function areaAround({ ids, width, height }: Layout, x: number, y: number): Set<number> {
  const area = new Set<number>();
  const visit: [number, number][] = [[x, y]];
  for (let next = visit.pop(); next; next = visit.pop()) {
    const [column, row] = next;
    const pixel = row * width + column;
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    if (area.has(pixel) || ids[pixel] !== ids[y * width + x]) continue;
    area.add(pixel);
    visit.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]);
  }
  return area;
}

describe('filling an area', () => {
  it('writes all that is joined to the place by sides, and nothing else', () => {
    fc.assert(
      fc.property(layouts, places, fc.integer({ min: 1, max: 4 }), (layout, at, id) => {
        const before = layout.ids.slice();
        const outside = at.x < 0 || at.y < 0 || at.x >= WIDTH || at.y >= HEIGHT;
        const area = outside ? new Set<number>() : areaAround(layout, at.x, at.y);
        fillArea(layout, at, id);
        expect([...layout.ids]).toEqual([...before].map((old, pixel) => (area.has(pixel) ? id : old)));
      }),
    );
  });

  it('returns the rectangle of what it wrote, after it told of all of it', () => {
    fc.assert(
      fc.property(layouts, places, (layout, at) => {
        const before = layout.ids.slice();
        const told = new Set<number>();
        const rect = fillArea(layout, at, 9, {
          touch({ x, y, width }) {
            for (let pixel = y * WIDTH + x; pixel < y * WIDTH + x + width; pixel++) told.add(pixel);
          },
        });
        const written = [...before.keys()].filter((pixel) => layout.ids[pixel] !== before[pixel]);
        const columns = written.map((pixel) => pixel % WIDTH);
        const rows = written.map((pixel) => Math.floor(pixel / WIDTH));
        const expected = {
          x: Math.min(...columns),
          y: Math.min(...rows),
          width: Math.max(...columns) - Math.min(...columns) + 1,
          height: Math.max(...rows) - Math.min(...rows) + 1,
        };
        expect(written.every((pixel) => told.has(pixel))).toBe(true);
        expect(rect).toEqual(written.length > 0 ? expected : EMPTY_RECT);
      }),
    );
  });

  it('a second time does nothing', () => {
    fc.assert(
      fc.property(layouts, places, (layout, at) => {
        fillArea(layout, at, 9);
        expect(fillArea(layout, at, 9)).toEqual(EMPTY_RECT);
      }),
    );
  });
});

describe('filling the layout', () => {
  it('leaves one class, and says when there was nothing to do', () => {
    const layout: Layout = { width: WIDTH, height: HEIGHT, ids: new Uint8Array(WIDTH * HEIGHT).fill(3) };
    expect(fillLayout(layout, ANY)).toEqual({ x: 0, y: 0, width: WIDTH, height: HEIGHT });
    expect(layout.ids.every((id) => id === ANY)).toBe(true);
    expect(fillLayout(layout, ANY)).toEqual(EMPTY_RECT);
  });
});
