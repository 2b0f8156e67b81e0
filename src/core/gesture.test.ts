import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY } from './classes.ts';
import { fillArea } from './fill.ts';
import { BLOCK_PIXELS, Gesture } from './gesture.ts';
import type { Layout } from './layout.ts';
import { applyPatch } from './patch.ts';
import { containsRect } from './rect.ts';
import { packBytes, unpackBytes } from './runLength.ts';
import { paintStroke } from './stroke.ts';

const WIDTH = 176;
const HEIGHT = 144;

function blank(): Layout {
  return { width: WIDTH, height: HEIGHT, ids: new Uint8Array(WIDTH * HEIGHT).fill(ANY) };
}

const point = fc.record({ x: fc.integer({ min: -40, max: 220 }), y: fc.integer({ min: -40, max: 190 }) });
const dab = fc.record({
  kind: fc.constantFrom('stroke', 'fill'),
  from: point,
  to: point,
  size: fc.integer({ min: 1, max: 60 }),
  shape: fc.constantFrom('round', 'square'),
  id: fc.integer({ min: 1, max: ANY }),
});
const dabs = fc.array(dab, { maxLength: 6 });

/** Paints all of it, told to the gesture. */
function paint(
  layout: Layout,
  gesture: Gesture,
  all: readonly (typeof dab extends fc.Arbitrary<infer T> ? T : never)[],
) {
  for (const { kind, from, to, size, shape, id } of all) {
    if (kind === 'fill') fillArea(layout, from, id, gesture);
    else paintStroke(layout, { size, shape }, from, to, id, gesture);
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, n) => byte === b[n]);
}

describe('a gesture', () => {
  it('that is rolled back has never been', () => {
    fc.assert(
      fc.property(dabs, dabs, (first, second) => {
        const layout = blank();
        paint(layout, new Gesture(layout), first);
        const before = layout.ids.slice();
        const gesture = new Gesture(layout);
        paint(layout, gesture, second);
        gesture.rollback();
        expect(same(layout.ids, before)).toBe(true);
      }),
    );
  });

  it('that is kept can be taken back and made again: undo then redo is nothing', () => {
    fc.assert(
      fc.property(dabs, dabs, (first, second) => {
        const layout = blank();
        paint(layout, new Gesture(layout), first);
        const before = layout.ids.slice();
        const gesture = new Gesture(layout);
        paint(layout, gesture, second);
        const after = layout.ids.slice();
        const patch = gesture.commit('stroke');
        expect(patch === undefined).toBe(same(before, after));
        if (!patch) return;
        applyPatch(layout, patch, 'before');
        expect(same(layout.ids, before)).toBe(true);
        applyPatch(layout, patch, 'after');
        expect(same(layout.ids, after)).toBe(true);
      }),
    );
  });

  it('keeps nothing outside the rectangle of its patch, and every block of it holds a change', () => {
    fc.assert(
      fc.property(dabs, (all) => {
        const layout = blank();
        const gesture = new Gesture(layout);
        paint(layout, gesture, all);
        const patch = gesture.commit('stroke');
        for (const { rect, before, after } of patch?.blocks ?? []) {
          expect(containsRect(patch?.rect ?? rect, rect)).toBe(true);
          expect(Math.max(rect.width, rect.height)).toBeLessThanOrEqual(BLOCK_PIXELS);
          expect(same(unpackBytes(before), unpackBytes(after))).toBe(false);
        }
      }),
    );
  });

  it('saves the blocks that a dab touches and not the whole layout', () => {
    const layout = { width: 1024, height: 512, ids: new Uint8Array(1024 * 512).fill(ANY) };
    const gesture = new Gesture(layout);
    paintStroke(layout, { shape: 'round', size: 128 }, { x: 300, y: 200 }, { x: 300, y: 200 }, 3, gesture);
    const patch = gesture.commit('stroke');
    expect(patch?.blocks.length).toBeLessThanOrEqual(9);
    expect(patch?.bytes).toBeLessThan(9 * 2 * BLOCK_PIXELS * BLOCK_PIXELS);
  });

  it('tells its end once, and saves nothing after it', () => {
    const layout = blank();
    const ends: unknown[] = [];
    const gesture = new Gesture(layout, (patch) => ends.push(patch));
    paintStroke(layout, { shape: 'round', size: 9 }, { x: 9, y: 9 }, { x: 60, y: 9 }, 3, gesture);
    gesture.commit('stroke');
    gesture.rollback();
    gesture.commit('stroke');
    expect(ends).toHaveLength(1);
    expect(gesture.open).toBe(false);
    expect(layout.ids.includes(3)).toBe(true);
  });
});

describe('packed bytes', () => {
  it('are the same when unpacked, and never longer', () => {
    const runs = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 600 })), { maxLength: 12 })
      .map((pairs) => Uint8Array.from(pairs.flatMap(([byte, length]) => Array<number>(length).fill(byte))));
    fc.assert(
      fc.property(fc.oneof(runs, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        const packed = packBytes(bytes);
        expect(same(unpackBytes(packed), bytes)).toBe(true);
        expect(packed.data.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  it('of one class are a hundredth of what they were', () => {
    expect(packBytes(new Uint8Array(4096).fill(7)).data.length).toBe(32);
  });
});
