import { afterEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { ANY } from '../core/classes.ts';
import styles from './canvas.module.css';
import { mount, unmount, frames, shown, WATER } from './testing/mountCanvases.ts';

afterEach(unmount);

describe('a real mouse and a real keyboard', () => {
  it('paint: the pointer is captured on its way out of the canvas and back', async () => {
    const { layout, painted, history } = await mount();
    await userEvent.dragAndDrop(layout, layout, {
      sourcePosition: { x: 100, y: 150 },
      targetPosition: { x: 300, y: 150 },
    });
    expect(painted.layout.ids[64 * 256 + 128]).toBe(9);
    expect(history.getState().made).toBe(1);
    // The mouse brings the focus, for shortcuts, but no ring around the canvas.
    expect(document.activeElement).toBe(layout);
    expect(layout.matches(':focus-visible')).toBe(false);
    history.undo();
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
  });

  it('end a stroke outside the canvas', async () => {
    const { layout, picture, painted, history } = await mount();
    await userEvent.dragAndDrop(layout, picture, {
      sourcePosition: { x: 300, y: 150 },
      targetPosition: { x: 100, y: 150 },
    });
    expect(painted.layout.ids[64 * 256 + 250]).toBe(9);
    expect(history.busy).toBe(false);
    expect(history.getState().canUndo).toBe(true);
  });

  it('show a cursor when the keyboard comes to the canvas, and paint with it', async () => {
    const { layout, painted } = await mount({ size: 1 });
    await userEvent.tab();
    expect(document.activeElement).toBe(layout);
    const outline = layout.querySelector<HTMLElement>(`.${styles.cursor}`);
    expect(outline?.hidden).toBe(false);
    await userEvent.keyboard('{ArrowRight}{Enter}{ArrowDown>5/} ');
    expect(painted.layout.ids[64 * 256 + 129]).toBe(9);
    expect(painted.layout.ids[69 * 256 + 129]).toBe(9);
  });
});

describe('on a screen of two device pixels to a CSS pixel', () => {
  afterEach(async () => {
    await cdp().send('Emulation.clearDeviceMetricsOverride');
  });

  it('both canvases have every device pixel, and edges of the layout are hard', async () => {
    await cdp().send('Emulation.setDeviceMetricsOverride', {
      width: 1200,
      height: 800,
      deviceScaleFactor: 2,
      mobile: false,
    });
    const { layout, picture, painted, viewport } = await mount();
    await frames(4);
    expect(devicePixelRatio).toBe(2);
    for (const element of [layout, picture]) expect(element.querySelector('canvas')?.width).toBe(800);
    painted.layout.ids.fill(9);
    for (let y = 0; y < 128; y++) painted.layout.ids.fill(2, y * 256, y * 256 + 128);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    viewport.setZoom(1);
    await frames(3);
    // The middle of the picture lies in the middle of the canvas: device pixel 400 is the first of the water.
    expect(shown(layout, 199.5, 150)).toEqual([0xc8, 0xd2, 0xe0, 255]);
    expect(shown(layout, 200, 150)).toEqual(WATER);
  });
});
