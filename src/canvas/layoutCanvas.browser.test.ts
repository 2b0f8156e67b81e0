import { afterEach, describe, expect, it } from 'vitest';
import { ANY } from '../core/classes.ts';
import styles from './canvas.module.css';
import { mount, unmount, frames, pointer, shown, WATER } from './testing/mountCanvases.ts';

afterEach(unmount);

describe('the layout canvas', () => {
  it('fits the picture and shows the classes in their colours', async () => {
    const { layout, viewport, painted } = await mount();
    expect(viewport.state.zoom).toBeCloseTo((400 - 24) / 256);
    painted.layout.ids.fill(9);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    await frames(2);
    expect(shown(layout, 200, 150)).toEqual(WATER);
    expect(shown(layout, 200, 5)).toEqual([0, 0, 0, 0]);
  });

  it('paints from press to release as one entry that can be taken back', async () => {
    const { layout, painted, history } = await mount();
    pointer(layout, 'pointerdown', 100, 150);
    pointer(layout, 'pointermove', 200, 150);
    pointer(layout, 'pointermove', 300, 150);
    pointer(layout, 'pointerup', 300, 150);
    await frames(2);
    expect(painted.layout.ids[64 * 256 + 128]).toBe(9);
    expect(shown(layout, 150, 150)).toEqual(WATER);
    expect(history.getState().made).toBe(1);
    expect(history.getState()).toMatchObject({ canUndo: true, undoLabel: 'stroke' });
    history.undo();
    await frames(2);
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    expect(shown(layout, 150, 150)).not.toEqual(WATER);
    expect(history.getState()).toMatchObject({ canUndo: false, canRedo: true });
  });

  it('takes an unfinished stroke back on Escape', async () => {
    const { layout, painted, history } = await mount();
    pointer(layout, 'pointerdown', 100, 150);
    pointer(layout, 'pointermove', 300, 150);
    expect(painted.layout.ids.includes(9)).toBe(true);
    layout.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    pointer(layout, 'pointermove', 320, 150);
    pointer(layout, 'pointerup', 320, 150);
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    expect(history.getState().canUndo).toBe(false);
  });

  it('takes a finger’s stroke back when a second finger comes down, and zooms', async () => {
    const { layout, painted, viewport } = await mount();
    const before = viewport.state.zoom;
    pointer(layout, 'pointerdown', 150, 150, { kind: 'touch', id: 11 });
    pointer(layout, 'pointermove', 160, 150, { kind: 'touch', id: 11 });
    pointer(layout, 'pointerdown', 260, 150, { kind: 'touch', id: 12 });
    pointer(layout, 'pointermove', 360, 150, { kind: 'touch', id: 12 });
    pointer(layout, 'pointerup', 360, 150, { kind: 'touch', id: 12 });
    pointer(layout, 'pointermove', 100, 100, { kind: 'touch', id: 11 });
    pointer(layout, 'pointerup', 100, 100, { kind: 'touch', id: 11 });
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    expect(viewport.state.zoom).toBeCloseTo(before * 2);
  });

  it('can be painted with the keyboard alone', async () => {
    const { layout, painted, history } = await mount({ size: 2 });
    layout.focus();
    const press = (key: string, shiftKey = false, type = 'keydown') =>
      layout.dispatchEvent(new KeyboardEvent(type, { key, shiftKey, bubbles: true, cancelable: true }));
    press('ArrowRight', true);
    press('ArrowDown');
    press('Enter');
    expect(painted.layout.ids[65 * 256 + 144]).toBe(9);
    press(' ');
    press('ArrowRight', true);
    press(' ', false, 'keyup');
    expect(painted.layout.ids[65 * 256 + 152]).toBe(9);
    history.undo();
    expect(painted.layout.ids[65 * 256 + 152]).toBe(ANY);
    expect(painted.layout.ids[65 * 256 + 144]).toBe(9);
  });

  it('outlines the brush at its size where the pointer is', async () => {
    const { layout, viewport } = await mount({ size: 64 });
    pointer(layout, 'pointermove', 200, 150);
    const { zoom } = viewport.state;
    const outline = layout.querySelector<HTMLElement>(`.${styles.cursor}`);
    const box = outline?.getBoundingClientRect();
    expect(box?.width).toBeCloseTo(64 * zoom, 0);
    expect((box?.x ?? 0) + 32 * zoom).toBeCloseTo(200 + layout.getBoundingClientRect().x, 0);
  });

  it('stays sharp and whole when its size changes', async () => {
    const { layout, painted } = await mount();
    painted.layout.ids.fill(9);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    layout.style.width = '300px';
    layout.style.flex = 'none';
    await frames(3);
    expect(layout.querySelector('canvas')?.width).toBe(Math.round(300 * devicePixelRatio));
    expect(shown(layout, 150, 150)).toEqual(WATER);
  });

  it('follows a document that was replaced by another format', async () => {
    const { layout, painted, history, viewport } = await mount();
    painted.layout.ids.fill(9);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    history.replace({ lattice: { rows: 16, columns: 8 }, layout: painted.layout.ids.slice() }, 'format');
    await frames(2);
    expect(viewport.state.zoom).toBeCloseTo((300 - 24) / 256);
    expect(shown(layout, 200, 150)).toEqual(WATER);
    expect(shown(layout, 100, 150)).toEqual([0, 0, 0, 0]);
  });
});
