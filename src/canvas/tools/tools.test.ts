import { describe, expect, it } from 'vitest';
import { ANY } from '../../core/classes.ts';
import type { Rect } from '../../core/rect.ts';
import { createDocumentHistory } from '../../document/documentHistory.ts';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import { docPoint, screenPoint } from '../viewport.ts';
import { BrushTool } from './brushTool.ts';
import { EyedropperTool } from './eyedropperTool.ts';
import { FillTool } from './fillTool.ts';
import type { ToolPoint } from './tool.ts';

function setUp() {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  const history = createDocumentHistory(painted);
  const target = {
    get layout() {
      return painted.layout;
    },
    begin: () => history.begin(),
    changed: (rect: Rect) => painted.layoutChanged(rect),
  };
  const brush = new BrushTool(target, () => ({
    brush: { shape: 'square', size: 4 },
    classId: 7,
    label: 'stroke',
    mirrored: false,
    pressure: false,
  }));
  const idAt = (x: number, y: number) => painted.layout.ids[y * 128 + x];
  const untouched = () => painted.layout.ids.every((id) => id === ANY);
  return { painted, history, target, brush, idAt, untouched };
}

function at(x: number, y: number, { eraser = false, line = false } = {}): ToolPoint {
  return { doc: docPoint(x, y), screen: screenPoint(x, y), pressure: 0.5, pen: false, eraser, line };
}

describe('the brush', () => {
  it('stamps when it comes down, and is one entry when it goes up', () => {
    const { brush, idAt, history, untouched } = setUp();
    brush.down(at(20, 20));
    expect(idAt(20, 20)).toBe(7);
    brush.move([at(40, 20), at(40, 60)]);
    expect([idAt(30, 20), idAt(40, 50)]).toEqual([7, 7]);
    expect(history.getState().canUndo).toBe(false);
    brush.up();
    expect(history.getState().made).toBe(1);
    history.undo();
    expect(untouched()).toBe(true);
    expect(history.getState().canUndo).toBe(false);
  });

  it('is taken back whole', () => {
    const { brush, history, untouched } = setUp();
    brush.down(at(20, 20));
    brush.move([at(40, 20)]);
    brush.cancel();
    brush.move([at(60, 20)]);
    brush.up();
    expect(untouched()).toBe(true);
    expect(history.getState().made).toBe(0);
    expect(history.getState().canUndo).toBe(false);
  });

  it('writes nothing more once its gesture was undone under it', () => {
    const { brush, history, untouched } = setUp();
    brush.down(at(20, 20));
    history.undo();
    brush.move([at(40, 20)]);
    brush.up();
    expect(untouched()).toBe(true);
    expect(history.getState().canUndo).toBe(false);
  });

  it('erases with the other end of the pen', () => {
    const { brush, history, idAt } = setUp();
    brush.down(at(20, 20));
    brush.up();
    brush.down(at(20, 20, { eraser: true }));
    brush.up();
    expect(idAt(20, 20)).toBe(ANY);
    expect(history.getState().undoLabel).toBe('erase');
  });

  it('with Shift draws a straight line from where the last stroke ended', () => {
    const { brush, idAt, painted, history } = setUp();
    brush.down(at(20, 20, { line: true }));
    brush.move([at(30, 20)]);
    brush.up();
    brush.down(at(90, 80, { line: true }));
    brush.up();
    expect(idAt(60, 50)).toBe(7);
    history.undo();
    expect([idAt(60, 50), idAt(25, 20)]).toEqual([ANY, 7]);
    painted.reset({ lattice: { rows: 8, columns: 8 } });
    brush.down(at(20, 80, { line: true }));
    brush.up();
    expect(idAt(55, 80)).toBe(ANY);
  });

  it('does nothing before it comes down', () => {
    const { brush, untouched } = setUp();
    brush.move([at(20, 20)]);
    brush.up();
    brush.cancel();
    expect(untouched()).toBe(true);
  });
});

describe('the filling tool', () => {
  it('fills when it comes down, keeps it when it goes up, and takes it back when cancelled', () => {
    const { target, idAt, history, untouched } = setUp();
    const fill = new FillTool(target, () => ({ classId: 9, reach: 'area', mirrored: false }));
    fill.down(at(20, 20));
    fill.cancel();
    fill.up();
    expect(untouched()).toBe(true);
    fill.down(at(20, 20));
    fill.up();
    expect(idAt(100, 100)).toBe(9);
    expect(history.getState().made).toBe(1);
    expect(history.getState().undoLabel).toBe('fill');
  });
});

describe('the eyedropper', () => {
  it('takes up the class under it, and gives the first one back when cancelled', () => {
    const { painted, brush } = setUp();
    brush.down(at(20, 20));
    brush.up();
    let picked = 3;
    const eyedropper = new EyedropperTool(
      () => painted.layout,
      () => picked,
      (id) => (picked = id),
    );
    eyedropper.move([at(20, 20)]);
    expect(picked).toBe(3);
    eyedropper.down(at(20, 20));
    expect(picked).toBe(7);
    eyedropper.move([at(90, 20)]);
    expect(picked).toBe(ANY);
    eyedropper.move([at(-5, 20)]);
    expect(picked).toBe(ANY);
    eyedropper.cancel();
    expect(picked).toBe(3);
  });
});
