import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY } from '../core/classes.ts';
import { intersectRect } from '../core/rect.ts';
import { createDocumentHistory } from './documentHistory.ts';
import { createLayoutSelection } from './layoutSelection.ts';
import { createPaintDocument } from './createPaintDocument.ts';

const SIDE = 128;

function setUp() {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  for (let at = 0; at < painted.layout.ids.length; at++) painted.layout.ids[at] = 1 + (at % 5) + (at > 8000 ? 5 : 0);
  const history = createDocumentHistory(painted);
  const selection = createLayoutSelection(painted, history);
  return { painted, history, selection, ids: () => Buffer.from(painted.layout.ids) };
}

const RECT = { x: 10, y: 20, width: 30, height: 16 };

describe('what is chosen', () => {
  it('is cut at the layout’s edges, and nothing where it is empty', () => {
    const { selection } = setUp();
    selection.choose({ x: 120, y: -4, width: 30, height: 10 });
    expect(selection.rect).toEqual({ x: 120, y: 0, width: 8, height: 6 });
    selection.choose({ x: 400, y: 0, width: 3, height: 3 });
    expect(selection.rect).toBeUndefined();
  });

  it('leaves "any" where it was when it is moved, and floats: moved on, it leaves what was there', () => {
    const { selection, ids } = setUp();
    const before = ids();
    selection.choose(RECT);
    const first = selection.move()!;
    first.to(50, 10);
    first.commit();
    const second = selection.move()!;
    second.to(-50, -10);
    second.commit();
    expect(selection.rect).toEqual(RECT);
    expect(ids()).toEqual(before);
    const third = selection.move()!;
    third.to(40, 60);
    third.commit();
    expect(ids()[20 * SIDE + 10]).toBe(ANY);
    expect(ids()[80 * SIDE + 50]).toBe(before[20 * SIDE + 10]);
  });

  it('is cut at the edges when it no longer floats, so that nothing from outside gets into the layout', () => {
    fc.assert(
      fc.property(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 }), (dx, dy) => {
        const { selection, ids, history, painted } = setUp();
        selection.choose(RECT);
        const over = selection.move()!;
        over.to(dx, dy);
        over.commit();
        history.undo();
        const rect = selection.rect ?? RECT;
        expect(intersectRect(rect, { x: 0, y: 0, width: SIDE, height: SIDE })).toEqual(rect);
        const again = selection.move();
        again?.to(-20, -30);
        again?.commit();
        selection.flip('over');
        expect(ids().every((id) => id > 0)).toBe(true);
        expect(painted.layout.ids.length).toBe(SIDE * SIDE);
      }),
    );
  });

  it('that is undone while it is moved lies where it lay, once', () => {
    const { selection, ids, history } = setUp();
    selection.choose(RECT);
    const before = ids();
    const move = selection.move()!;
    move.to(40, 40);
    history.undo();
    move.commit();
    expect(selection.rect).toEqual(RECT);
    const again = selection.move()!;
    again.to(0, 0);
    again.commit();
    expect(ids()).toEqual(before);
  });

  it('goes back bit for bit when a move is taken back, and with undo', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 })), { minLength: 1 }),
        fc.boolean(),
        (steps, keep) => {
          const { selection, ids, history } = setUp();
          const before = ids();
          selection.choose(RECT);
          const move = selection.move()!;
          for (const [dx, dy] of steps) move.to(dx, dy);
          if (keep) move.commit();
          else move.rollback();
          const after = ids();
          // By Buffer: `toEqual` takes ten milliseconds for each of these arrays, and far more on a busy machine.
          history.undo();
          expect(ids().equals(before)).toBe(true);
          history.redo();
          expect(ids().equals(after)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same after two flips, and each is one entry', () => {
    const { selection, ids, history } = setUp();
    const before = ids();
    for (const chosen of [RECT, undefined]) {
      selection.choose(chosen);
      for (const way of ['across', 'over'] as const) {
        selection.flip(way);
        expect(ids()).not.toEqual(before);
        selection.flip(way);
        expect(ids()).toEqual(before);
      }
    }
    for (let count = 0; count < 8; count++) history.undo();
    expect(ids()).toEqual(before);
    expect(history.getState().canUndo).toBe(false);
  });

  it('is cut and pasted where it was', () => {
    const { selection, ids } = setUp();
    const before = ids();
    selection.choose(RECT);
    const block = selection.copy()!;
    selection.clear('cut');
    expect(ids()[20 * SIDE + 10]).toBe(ANY);
    selection.paste(block);
    expect(ids()).toEqual(before);
    expect(selection.rect).toEqual(RECT);
  });

  it('is set down by whatever else writes into the layout', () => {
    const { selection, history, ids } = setUp();
    selection.choose(RECT);
    selection.paste({ width: 4, height: 4, ids: new Uint8Array(16).fill(11) });
    history.fill(2, 'fill');
    const move = selection.move()!;
    move.to(20, 20);
    move.commit();
    // It took the fill along, not what had floated before.
    expect(ids().includes(11)).toBe(false);
  });

  it('is nothing any more in another layout', () => {
    const { selection, painted } = setUp();
    selection.choose(RECT);
    painted.reset({ lattice: { rows: 8, columns: 12 } });
    expect(selection.rect).toBeUndefined();
  });
});
