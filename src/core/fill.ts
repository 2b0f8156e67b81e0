import type { Layout } from './layout.ts';
import type { Point } from './point.ts';
import { EMPTY_RECT, unionRect, wholeRect, type Rect } from './rect.ts';
import type { WriteRecorder } from './paintSpans.ts';

/** How far a fill goes: over what is joined by sides, or over all that has the class. */
export const FILL_REACHES = ['area', 'everywhere'] as const;
export type FillReach = (typeof FILL_REACHES)[number];

/**
 * Paints class `id` over the area of one class around a pixel: everything that is joined to it by sides, corners do not
 * join. Scanline by scanline, each pixel is written once.
 * @returns the smallest rectangle that holds every pixel written; empty if there was nothing to do
 */
export function fillArea(layout: Layout, at: Point, id: number, recorder?: WriteRecorder): Rect {
  const { ids, width } = layout;
  const start = pixelAt(layout, at);
  const old = ids[start];
  if (old === undefined || old === id) return EMPTY_RECT;

  let rect = EMPTY_RECT;
  const seeds = [start];
  for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
    if (ids[seed] !== old) continue;
    const row = Math.floor(seed / width);
    const rowStart = row * width;
    let first = seed;
    let last = seed;
    while (first > rowStart && ids[first - 1] === old) first--;
    while (last < rowStart + width - 1 && ids[last + 1] === old) last++;
    const span = { x: first - rowStart, y: row, width: last - first + 1, height: 1 };
    recorder?.touch(span);
    ids.fill(id, first, last + 1);
    rect = unionRect(rect, span);
    for (const shift of [-width, width]) {
      if (first + shift < 0 || first + shift >= ids.length) continue;
      // One seed for each run of the old class above or below this span.
      for (let pixel = first + shift; pixel <= last + shift; pixel++) {
        if (ids[pixel] === old && (pixel === first + shift || ids[pixel - 1] !== old)) seeds.push(pixel);
      }
    }
  }
  return rect;
}

/**
 * Paints class `id` wherever the layout has the class of a pixel, joined to it or not.
 * @returns the smallest rectangle that holds every pixel written; empty if there was nothing to do
 */
export function replaceClass(layout: Layout, at: Point, id: number, recorder?: WriteRecorder): Rect {
  const { ids, width, height } = layout;
  const old = ids[pixelAt(layout, at)];
  if (old === undefined || old === id) return EMPTY_RECT;
  let rect = EMPTY_RECT;
  for (let row = 0; row < height; row++) {
    const start = row * width;
    const line = ids.subarray(start, start + width);
    const first = line.indexOf(old);
    if (first < 0) continue;
    const touched = { x: first, y: row, width: line.lastIndexOf(old) - first + 1, height: 1 };
    recorder?.touch(touched);
    for (let column = first; column < touched.x + touched.width; column++) if (line[column] === old) line[column] = id;
    rect = unionRect(rect, touched);
  }
  return rect;
}

/** @returns the place of a pixel; -1 outside of the layout */
function pixelAt({ width, height }: Layout, { x, y }: Point): number {
  return x >= 0 && y >= 0 && x < width && y < height ? Math.floor(y) * width + Math.floor(x) : -1;
}

/** Paints class `id` over the whole layout. */
export function fillLayout(layout: Layout, id: number, recorder?: WriteRecorder): Rect {
  const rect = wholeRect(layout);
  if (layout.ids.every((pixel) => pixel === id)) return EMPTY_RECT;
  recorder?.touch(rect);
  layout.ids.fill(id);
  return rect;
}
