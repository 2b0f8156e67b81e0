import { describe, expect, it } from 'vitest';
import { ANY } from '../../core/classes.ts';
import type { Rect } from '../../core/rect.ts';
import type { Shape } from '../../core/shapes.ts';
import { createDocumentHistory } from '../../document/documentHistory.ts';
import { createLayoutSelection } from '../../document/layoutSelection.ts';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import { docPoint, screenPoint } from '../viewport.ts';
import { SelectTool } from './selectTool.ts';
import { ShapeTool } from './shapeTool.ts';
import type { ToolPoint } from './tool.ts';

const SIDE = 128;

function setUp(shape: Shape, mirrored = false) {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  const history = createDocumentHistory(painted);
  const target = {
    get layout() {
      return painted.layout;
    },
    begin: () => history.begin(),
    changed: (rect: Rect) => painted.layoutChanged(rect),
  };
  const tool = new ShapeTool(target, () => ({ shape, brush: { shape: 'square', size: 2 }, classId: 7, mirrored }));
  const idAt = (x: number, y: number) => painted.layout.ids[y * SIDE + x];
  const count = () => painted.layout.ids.filter((id) => id === 7).length;
  return { painted, history, tool, idAt, count };
}

function at(x: number, y: number, line = false): ToolPoint {
  return { doc: docPoint(x, y), screen: screenPoint(x, y), pressure: 0.5, pen: false, eraser: false, line };
}

describe('the shape tool', () => {
  it('shows what the shape will be, and leaves nothing of what it was on the way', () => {
    const { tool, count, history } = setUp('rectangle');
    tool.down(at(10.5, 10.5));
    tool.move([at(100.5, 100.5)]);
    tool.move([at(19.5, 14.5)]);
    expect(count()).toBe(10 * 5);
    tool.up();
    expect(history.getState()).toMatchObject({ canUndo: true, undoLabel: 'shape' });
    history.undo();
    expect(count()).toBe(0);
    expect(history.getState().canUndo).toBe(false);
  });

  it('loses the last segment of its lines, and no more, when a second finger comes down', () => {
    const { tool, count, history } = setUp('polyline');
    tool.down(at(10.5, 10.5));
    tool.move([at(50.5, 10.5)]);
    tool.up();
    const first = count();
    expect(first).toBeGreaterThan(50);
    tool.down(at(50.5, 60.5));
    tool.move([at(90.5, 90.5)]);
    expect(count()).toBeGreaterThan(first);
    // As a pinch does it.
    tool.cancel();
    expect(count()).toBe(first);
    expect(tool.pending).toBe(true);
    // The lines go on from the corner that is left, and a second press on it ends them.
    tool.down(at(50.5, 100.5));
    tool.up();
    tool.down(at(50.5, 100.5));
    expect(history.getState().undoLabel).toBe('shape');
    expect(count()).toBeGreaterThan(first + 100);
    expect(tool.pending).toBe(false);
  });

  it('is taken back as a whole between two presses', () => {
    const { tool, count } = setUp('polyline');
    tool.down(at(10.5, 10.5));
    tool.move([at(50.5, 10.5)]);
    tool.up();
    tool.cancel();
    expect(count()).toBe(0);
    expect(tool.pending).toBe(false);
  });

  it('makes squares and circles with Shift', () => {
    const { tool, count } = setUp('rectangle');
    tool.down(at(10.5, 10.5));
    tool.move([at(29.5, 14.5, true)]);
    tool.up();
    expect(count()).toBe(20 * 20);
  });

  it('draws on both sides where it is mirrored', () => {
    const { tool, idAt, count } = setUp('ellipse', true);
    tool.down(at(4.5, 4.5));
    tool.move([at(23.5, 23.5)]);
    tool.up();
    expect([idAt(14, 14), idAt(SIDE - 1 - 14, 14)]).toEqual([7, 7]);
    expect(count() % 2).toBe(0);
  });

  it('is taken back whole', () => {
    for (const shape of ['line', 'polyline', 'rectangle', 'ellipse'] as const) {
      const { tool, painted, history } = setUp(shape);
      tool.down(at(10, 10));
      tool.move([at(60, 60)]);
      tool.cancel();
      tool.move([at(90, 60)]);
      tool.up();
      expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
      expect(history.getState().canUndo).toBe(false);
    }
  });

  it('gives a polyline a corner at every press, and ends it with a press on the last one, as one entry', () => {
    const { tool, idAt, history, count } = setUp('polyline');
    const press = (x: number, y: number) => {
      tool.down(at(x, y));
      tool.up();
    };
    press(20, 20);
    expect(tool.pending).toBe(true);
    tool.hover(at(60, 100));
    expect(idAt(40, 60)).toBe(7);
    press(60, 20);
    expect(idAt(40, 60)).toBe(ANY);
    press(60, 60);
    tool.hover(at(61, 61));
    press(61, 61);
    expect(tool.pending).toBe(false);
    expect([idAt(40, 20), idAt(60, 40)]).toEqual([7, 7]);
    history.undo();
    expect(count()).toBe(0);
  });

  it('keeps a polyline when another tool is chosen', () => {
    const { tool, idAt } = setUp('polyline');
    tool.down(at(20, 20));
    tool.move([at(60, 20)]);
    tool.up();
    tool.finish();
    expect(idAt(40, 20)).toBe(7);
    expect(tool.pending).toBe(false);
  });

  it('gives up a shape that undo has closed', () => {
    const { tool, history, count } = setUp('rectangle');
    tool.down(at(10, 10));
    tool.move([at(40, 40)]);
    history.undo();
    expect(count()).toBe(0);
    tool.move([at(50, 50)]);
    tool.up();
    expect(count()).toBe(0);
  });
});

describe('the choosing tool', () => {
  function chooser() {
    const { painted, history } = setUp('line');
    painted.layout.ids.fill(3, 0, 10 * SIDE);
    const selection = createLayoutSelection(painted, history);
    return { painted, history, selection, tool: new SelectTool(selection) };
  }

  it('chooses a rectangle, and lets go of it with a press beside it', () => {
    const { tool, selection } = chooser();
    tool.down(at(5, 5));
    tool.move([at(14.5, 24.5)]);
    tool.up();
    expect(selection.rect).toEqual({ x: 5, y: 5, width: 10, height: 20 });
    tool.down(at(100, 100));
    tool.up();
    expect(selection.rect).toBeUndefined();
  });

  it('moves what is chosen when pressed within it, and puts it back when cancelled', () => {
    const { tool, selection, painted, history } = chooser();
    selection.choose({ x: 0, y: 0, width: 20, height: 5 });
    const before = painted.layout.ids.slice();
    tool.down(at(3, 3));
    tool.move([at(33, 53)]);
    tool.cancel();
    expect(painted.layout.ids).toEqual(before);
    tool.down(at(3, 3));
    tool.move([at(33, 53)]);
    tool.up();
    expect(painted.layout.ids[50 * SIDE + 30]).toBe(3);
    expect(selection.rect).toEqual({ x: 30, y: 50, width: 20, height: 5 });
    expect(history.getState().undoLabel).toBe('move');
  });
});
