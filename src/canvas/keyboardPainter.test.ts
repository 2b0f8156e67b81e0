import { describe, expect, it } from 'vitest';
import { emptyLayout } from '../core/layout.ts';
import { KeyboardPainter } from './keyboardPainter.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import { docPoint, Viewport } from './viewport.ts';

function setUp() {
  const layout = emptyLayout({ rows: 8, columns: 8 });
  const viewport = new Viewport(layout);
  const view = viewport.attach();
  view.resize(152, 152);
  const told: string[] = [];
  const tool: Tool = {
    down: ({ doc }) => told.push(`down ${doc.x},${doc.y}`),
    move: (points) => told.push(`move ${points.map(({ doc }) => `${doc.x},${doc.y}`).join(' ')}`),
    up: () => told.push('up'),
    cancel: () => told.push('cancel'),
  };
  let cursor: ToolPoint | undefined;
  const keyboard = new KeyboardPainter({
    view,
    layoutNow: () => layout,
    toolNow: () => tool,
    moved: (point) => (cursor = point),
  });
  const press = (key: string, shiftKey = false, repeat = false) => keyboard.keyDown({ key, shiftKey, repeat });
  return { keyboard, press, told, viewport, cursor: () => cursor?.doc };
}

describe('the keyboard', () => {
  it('moves the cursor by a pixel, with Shift by 16, and not out of the picture', () => {
    const { press, cursor } = setUp();
    press('ArrowRight');
    press('ArrowDown', true);
    expect(cursor()).toEqual({ x: 65.5, y: 80.5 });
    for (let n = 0; n < 20; n++) press('ArrowLeft', true);
    expect(cursor()).toEqual({ x: 0.5, y: 80.5 });
  });

  it('stamps with Enter', () => {
    const { press, told, keyboard } = setUp();
    keyboard.show();
    expect(press('Enter')).toBe(true);
    expect(press('Enter', false, true)).toBe(true);
    expect(told).toEqual(['down 64,64', 'up']);
  });

  it('draws a line while Space is held', () => {
    const { press, told, keyboard } = setUp();
    keyboard.show();
    press(' ');
    press(' ', false, true);
    press('ArrowRight');
    keyboard.keyUp(' ');
    press('ArrowRight');
    expect(told).toEqual(['down 64,64', 'move 65.5,64.5', 'up']);
  });

  it('takes the line back with Escape, and leaves Escape to others otherwise', () => {
    const { press, told, keyboard } = setUp();
    keyboard.show();
    expect(press('Escape')).toBe(false);
    press(' ');
    expect(press('Escape')).toBe(true);
    keyboard.keyUp(' ');
    expect(told).toEqual(['down 64,64', 'cancel']);
  });

  it('leaves Space and Enter alone while the pointer is in use', () => {
    const { press, told, keyboard } = setUp();
    keyboard.show();
    keyboard.hide(docPoint(20, 30));
    expect(press(' ')).toBe(false);
    expect(press('Enter')).toBe(false);
    expect(told).toEqual([]);
  });

  it('goes on where the pointer was', () => {
    const { press, keyboard, cursor } = setUp();
    keyboard.hide(docPoint(20.2, 30.9));
    press('ArrowRight');
    expect(cursor()).toEqual({ x: 21.5, y: 30.5 });
  });

  it('keeps what Space began when the focus goes', () => {
    const { press, told, keyboard } = setUp();
    keyboard.show();
    press(' ');
    keyboard.hide();
    expect(told).toEqual(['down 64,64', 'up']);
  });

  it('moves the picture along when the cursor leaves the canvas', () => {
    const { press, viewport } = setUp();
    viewport.setZoom(4);
    for (let n = 0; n < 3; n++) press('ArrowRight', true);
    const { centre } = viewport.state;
    expect(centre.x).toBeGreaterThan(90);
  });
});
