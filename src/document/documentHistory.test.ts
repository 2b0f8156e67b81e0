import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY } from '../core/classes.ts';
import type { Rect } from '../core/rect.ts';
import { resampleLayout } from '../core/resampleLayout.ts';
import { paintStroke } from '../core/stroke.ts';
import { createPaintDocument } from './createPaintDocument.ts';
import { tokensOf } from './documentEntries.ts';
import { createDocumentHistory } from './documentHistory.ts';
import type { DocumentPart } from './paintDocument.ts';

const LATTICES = [
  { rows: 8, columns: 12 },
  { rows: 12, columns: 8 },
  { rows: 8, columns: 16 },
] as const;

function setUp(budget?: number) {
  const painted = createPaintDocument(LATTICES[0]);
  const history = createDocumentHistory(painted, budget);
  const heard: [DocumentPart, Rect][] = [];
  painted.subscribe((part, rect) => heard.push([part, rect]));
  const stroke = (x: number, y: number, id: number, size = 20) => {
    const gesture = history.begin();
    const rect = paintStroke(painted.layout, { shape: 'round', size }, { x, y }, { x: y, y: x }, id, gesture);
    painted.layoutChanged(rect);
    return gesture;
  };
  return { painted, history, heard, stroke };
}

const commands = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('stroke', 'taken back'),
      x: fc.nat(200),
      y: fc.nat(200),
      id: fc.integer({ min: 1, max: ANY }),
    }),
    fc.record({ kind: fc.constant('fill'), id: fc.integer({ min: 1, max: ANY }) }),
    fc.record({ kind: fc.constant('format'), lattice: fc.constantFrom(...LATTICES) }),
    fc.record({ kind: fc.constantFrom('undo', 'redo') }),
  ),
  { maxLength: 14 },
);

describe('the history of a document', () => {
  it('undo then redo is nothing, after any strokes, fills and formats', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const { painted, history, stroke } = setUp();
        for (const command of all) {
          if ('x' in command) {
            const gesture = stroke(command.x, command.y, command.id);
            if (command.kind === 'stroke') gesture.commit('stroke');
            else history.cancel();
          } else if ('id' in command) history.fill(command.id, 'fill');
          else if ('lattice' in command) history.replace({ lattice: command.lattice }, 'format');
          else if (command.kind === 'undo') history.undo();
          else history.redo();
        }
        const before = { lattice: painted.lattice, ids: painted.layout.ids.slice() };
        if (history.undo()) history.redo();
        expect(painted.lattice).toEqual(before.lattice);
        expect(painted.layout.ids.every((id, n) => id === before.ids[n])).toBe(true);
        while (history.undo());
        expect(painted.lattice).toEqual(LATTICES[0]);
        expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
      }),
    );
  });

  it('tells the document’s listeners what undo and redo have changed', () => {
    const { history, heard, stroke } = setUp();
    stroke(30, 40, 3).commit('stroke');
    const [, painted] = heard.at(-1) ?? [];
    const undone = history.undo();
    expect(heard.at(-1)).toEqual(['layout', undone]);
    expect(undone).toEqual(painted);
    expect(history.redo()).toEqual(painted);
  });

  it('takes an unfinished gesture back before it undoes anything', () => {
    const { painted, history, stroke } = setUp();
    stroke(30, 40, 3).commit('stroke');
    const unfinished = stroke(90, 100, 5);
    history.undo();
    expect(unfinished.open).toBe(false);
    expect(painted.layout.ids.includes(5)).toBe(false);
    expect(painted.layout.ids.includes(3)).toBe(true);
    history.undo();
    expect(painted.layout.ids.includes(3)).toBe(false);
  });

  it('takes an unfinished gesture back when another begins', () => {
    const { painted, history, stroke } = setUp();
    stroke(30, 40, 3);
    stroke(90, 100, 5).commit('stroke');
    expect(painted.layout.ids.includes(3)).toBe(false);
    expect(painted.layout.ids.includes(5)).toBe(true);
    expect(history.busy).toBe(false);
  });

  it('goes on where it was after it was kept, stored and read again: each state it knows is the same', () => {
    fc.assert(
      fc.property(commands, fc.nat(14), (all, steps) => {
        const { painted, history, stroke } = setUp();
        for (const command of all) {
          if ('x' in command) stroke(command.x, command.y, command.id).commit('stroke');
          else if ('id' in command) history.fill(command.id, 'fill');
          else if ('lattice' in command) history.replace({ lattice: command.lattice }, 'format');
          else if (command.kind === 'undo') history.undo();
          else {
            const before = tokensOf(painted);
            painted.putTokens(Uint16Array.of(3), Int16Array.of(painted.tokens[3]! + 1));
            history.pushPicture('paint', { before, after: tokensOf(painted) });
          }
        }
        for (let step = 0; step < steps % 4; step++) history.undo();
        const again = createPaintDocument(painted.lattice);
        again.reset({ ...painted, layout: painted.layout.ids });
        const restored = createDocumentHistory(again);
        expect(restored.restore(structuredClone(history.save({ bytes: 1e6, entries: 300 })))).toBe(true);
        // As strings: arrays of so many numbers are compared slowly.
        const seen = ({ lattice, layout, tokens }: typeof painted) =>
          [lattice.rows, lattice.columns, Buffer.from(layout.ids).toString('latin1'), tokens.join(' ')].join(' ');
        const walk = ['undo', 'undo', 'redo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const;
        for (const way of walk) {
          history[way]();
          restored[way]();
          expect(seen(again) === seen(painted)).toBe(true);
        }
        expect(restored.nodes().length).toBe(history.nodes().length);
      }),
      { numRuns: 40 },
    );
  });

  it('is kept within its budget: the latest steps, and what they lead back to', () => {
    const { painted, history } = setUp();
    for (let n = 0; n < 40; n++) history.fill(1 + (n % 11), 'fill');
    const saved = history.save({ bytes: 1e6, entries: 20 });
    expect(saved.nodes.length).toBeGreaterThan(10);
    expect(saved.nodes.length).toBeLessThanOrEqual(21);
    const again = createPaintDocument(painted.lattice);
    again.reset({ lattice: painted.lattice, layout: painted.layout.ids });
    const restored = createDocumentHistory(again);
    restored.restore(saved);
    while (restored.undo());
    expect(new Set(again.layout.ids).size).toBe(1);
    expect(history.save({ bytes: 0, entries: 20 }).nodes).toHaveLength(1);
  });

  it('is left where it does not fit the document, or is damaged', () => {
    const { painted, history } = setUp();
    history.fill(3, 'fill');
    history.replace({ lattice: LATTICES[1] }, 'format');
    history.fill(4, 'fill');
    const { nodes, current } = history.save({ bytes: 1e6, entries: 20 });
    const other = createPaintDocument(LATTICES[2]);
    const into = createDocumentHistory(other);
    expect(into.restore({ nodes, current })).toBe(false);
    const same = createPaintDocument(painted.lattice);
    const again = createDocumentHistory(same);
    const [beginning, fill, format, last] = nodes;
    const broken = [
      [],
      [fill!, beginning!, format!, last!],
      [beginning!, fill!, { ...format!, parent: 2 }, last!],
      [beginning!, fill!, format!, { ...last!, entry: fill!.entry }],
      [beginning!, fill!, format!, { ...last!, entry: undefined }],
    ];
    for (const damaged of broken) expect(again.restore({ nodes: damaged, current })).toBe(false);
    expect(again.restore({ nodes, current: 9 })).toBe(false);
    expect(again.getState().canUndo).toBe(false);
    expect(again.restore({ nodes, current })).toBe(true);
  });

  it.each([
    [8, true],
    [16, true],
    [32, true],
    [24, false],
  ])('comes back with a photograph’s own pixels, %i of them along a cell: %s', (cellPixels, comesBack) => {
    const { painted, history } = setUp();
    const cells = painted.tokens.length;
    const own = {
      kept: new Uint8Array(cells).fill(1),
      pixels: new Uint8ClampedArray(4 * cells * cellPixels ** 2).fill(9),
    };
    const photograph = { tokens: new Int16Array(cells).fill(7), own };
    history.pushPicture('photograph', { before: tokensOf(painted), after: photograph });
    history.pushPicture('paint', { before: photograph, after: tokensOf(painted) });
    const restored = createDocumentHistory(painted);
    const { nodes, current } = history.save({ bytes: 16e6, entries: 20 });
    expect(nodes).toHaveLength(3);
    expect(restored.restore({ nodes, current })).toBe(comesBack);
    restored.undo();
    expect(painted.own?.pixels === own.pixels).toBe(comesBack);
  });

  it('lets a stroke go on when an entry of another kind comes in between', () => {
    const { painted, history, stroke } = setUp();
    const gesture = stroke(30, 40, 3);
    const tokens = { tokens: painted.tokens.slice(), own: undefined };
    history.pushPicture('picture', { before: tokens, after: tokens });
    expect(gesture.open).toBe(true);
    gesture.commit('stroke');
    expect(history.getState().undoLabel).toBe('stroke');
    history.undo();
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    expect(history.getState().undoLabel).toBe('picture');
    expect(history.undo()).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  it('has no entry for a gesture that changed nothing', () => {
    const { history, stroke } = setUp();
    stroke(30, 40, ANY).commit('stroke');
    history.fill(ANY, 'clear');
    expect(history.getState().canUndo).toBe(false);
  });

  it('brings back format, layout and tokens, without having kept a picture', () => {
    const { painted, history, stroke } = setUp();
    stroke(30, 40, 3).commit('stroke');
    painted.putTokens(Uint16Array.of(5), Int16Array.of(300));
    painted.putTile({ x: 0, y: 0, width: 192, height: 128 }, new Uint8ClampedArray(192 * 128 * 4).fill(255));
    history.replace({ lattice: LATTICES[2], layout: resampleLayout(painted.layout, LATTICES[2]) }, 'format');
    expect(painted.layout.ids.includes(3)).toBe(true);
    expect(history.getState().bytes).toBeLessThan(8000);
    history.undo();
    expect(painted.lattice).toEqual(LATTICES[0]);
    expect(painted.tokens[5]).toBe(300);
    expect(painted.picture.every((byte) => byte === 0)).toBe(true);
    history.undo();
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    history.redo();
    history.redo();
    expect(painted.lattice).toEqual(LATTICES[2]);
  });

  it('starts anew when the document is replaced by others', () => {
    const { painted, history, stroke } = setUp();
    stroke(30, 40, 3).commit('stroke');
    painted.reset({ lattice: LATTICES[1] });
    expect(history.getState()).toMatchObject({ canUndo: false, canRedo: false, bytes: 0 });
  });

  it('keeps to its budget', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 20 }), (all) => {
        const { history, stroke } = setUp(4000);
        for (const [n, [x, y]] of all.entries()) stroke(x, y, 1 + (n % 11), 8).commit('stroke');
        expect(history.getState().bytes).toBeLessThanOrEqual(8000);
      }),
    );
  });
});
