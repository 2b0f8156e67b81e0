import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { ANY, CLASSES } from '../core/classes.ts';
import { emptyRegion } from '../core/region/region.ts';
import { createLayoutSelection } from '../document/layoutSelection.ts';
import { createCellRegion } from '../document/cellRegion.ts';
import { PictureView } from './pictureView.ts';
import { mount, unmount, frames, pointer, shown, WATER } from './testing/mountCanvases.ts';

afterEach(unmount);

describe('the picture canvas', () => {
  it('shows a dimmed idea of the layout, then the tokens, then the picture', async () => {
    const { picture, painted } = await mount();
    painted.layout.ids.fill(9);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    await frames(2);
    const soft = shown(picture, 200, 150);
    expect(soft[3]).toBeGreaterThan(100);
    expect(soft[3]).toBeLessThan(160);

    const cells = Uint16Array.from({ length: 128 }, (_, n) => n);
    painted.putTokens(cells, new Int16Array(128).fill(3));
    await frames(2);
    expect(shown(picture, 200, 150)).toEqual([200, 200, 200, 255]);
    expect(shown(picture, 200, 150, 1)[3]).toBeGreaterThan(0);

    const tile = new Uint8ClampedArray(256 * 128 * 4).fill(255);
    painted.putTile({ x: 0, y: 0, width: 256, height: 128 }, tile);
    await frames(2);
    expect(shown(picture, 200, 150)).toEqual([255, 255, 255, 255]);

    painted.clearPicture();
    await frames(2);
    expect(shown(picture, 200, 150)).toEqual(soft);
  });

  it('shows the same pixels whether it was drawn at once or piece by piece', async () => {
    const { painted, picture } = await mount();
    const canvas = picture.querySelector('canvas')!;
    const all = () => canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    let seed = 1;
    for (let at = 0; at < 8 * 16; at++) {
      const rect = { x: 16 * (at % 16), y: 16 * Math.floor(at / 16), width: 16, height: 16 };
      const pixels = Uint8ClampedArray.from({ length: 4 * 32 * 32 }, (_, n) =>
        n % 4 === 3 ? 255 : (seed = (seed * 48_271) % 2_147_483_647) % 256,
      );
      painted.putTile(rect, pixels);
      if (at % 5 === 0) await frames(1);
    }
    await frames(2);
    const resting = all();
    // The window has changed: all of it is drawn.
    window.dispatchEvent(new Event('resize'));
    await frames(2);
    const whole = all();
    expect(resting.filter((value, at) => value !== whole[at]).length).toBe(0);
  });

  it('lets the front fade', async () => {
    const { picture, painted } = await mount();
    painted.putTokens(Uint16Array.of(72), Int16Array.of(3));
    await frames(2);
    expect(shown(picture, 205, 155, 1)[3]).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(shown(picture, 205, 155, 1)[3]).toBe(0);
  });

  it('keeps the last cells lit and still where motion is not wanted', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    const { picture, painted } = await mount();
    painted.putTokens(Uint16Array.of(72), Int16Array.of(3));
    await frames(3);
    const lit = shown(picture, 205, 155, 1);
    expect(lit[3]).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(shown(picture, 205, 155, 1)).toEqual(lit);
    painted.putTokens(Uint16Array.of(10), Int16Array.of(3));
    await frames(3);
    expect(shown(picture, 205, 155, 1)[3]).toBe(0);
    await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  });

  it('is painted on: a drag paints the layout, Space pans what is not shown whole, and what is painted is seen at once', async () => {
    const { painted, viewport, history, settings } = await mount();
    painted.putTile({ x: 0, y: 0, width: 256, height: 128 }, new Uint8ClampedArray(256 * 128 * 4).fill(255));
    const element = document.createElement('div');
    element.style.cssText = 'position: relative; width: 400px; height: 300px';
    document.body.append(element);
    const painting = {
      document: painted,
      history,
      selection: createLayoutSelection(painted, history),
      getPainting: () => settings,
    };
    const region = createCellRegion(painted);
    const view = new PictureView(element, { document: painted, viewport, palette: CLASSES, region, painting });
    view.setFront(false);
    await frames(3);
    pointer(element, 'pointermove', 200, 150);
    expect(element.dataset.tool).toBe('paint');
    const drag = () => {
      pointer(element, 'pointerdown', 200, 150);
      pointer(element, 'pointermove', 240, 150);
      pointer(element, 'pointerup', 240, 150);
    };
    const at = 64 * 256 + 140;
    drag();
    await frames(2);
    expect(painted.layout.ids[at]).toBe(9);
    expect(viewport.state.fitted).toBe(true);
    const [, , , strength] = shown(element, 218, 150, 1);
    expect(strength).toBeGreaterThan(100);
    expect(shown(element, 100, 100, 1)[3]).toBe(0);
    history.undo();
    await frames(2);
    expect(shown(element, 218, 150, 1)[3]).toBe(0);

    // Space pans; not a picture that is shown whole.
    const holdSpace = (type: 'keydown' | 'keyup') =>
      window.dispatchEvent(new KeyboardEvent(type, { code: 'Space', bubbles: true }));
    element.dispatchEvent(new PointerEvent('pointerenter'));
    holdSpace('keydown');
    drag();
    expect(viewport.state.fitted).toBe(true);
    viewport.zoomBy(1.5);
    const { centre } = viewport.state;
    drag();
    holdSpace('keyup');
    expect(viewport.state.centre.x).toBeLessThan(centre.x);
    expect(painted.layout.ids[at]).toBe(ANY);
    view.dispose();
    element.remove();
  });

  it('outlines what is to be painted anew, and its veil fades when that is done', async () => {
    const { painted, viewport } = await mount();
    painted.putTile({ x: 0, y: 0, width: 256, height: 128 }, new Uint8ClampedArray(256 * 128 * 4).fill(255));
    const element = document.createElement('div');
    element.style.cssText = 'position: relative; width: 400px; height: 300px';
    document.body.append(element);
    const region = createCellRegion(painted);
    const view = new PictureView(element, { document: painted, viewport, palette: CLASSES, region });
    view.setFront(false);
    const changed = emptyRegion({ rows: 8, columns: 16 });
    changed[72] = 1;
    view.setChanges(changed);
    await frames(3);
    // The cell in its middle and on its edge, and its neighbour.
    const shownNow = () => [212, 200, 240].map((x) => shown(element, x, 162, 1)[3]!);
    const [veil, line, beside] = shownNow();
    expect(veil).toBeGreaterThan(30);
    expect(line).toBeGreaterThan(100);
    expect(beside).toBe(0);
    view.setFront(true);
    await frames(2);
    const [within, lineAtWork] = shownNow();
    expect(within).toBe(0);
    expect(lineAtWork).toBeGreaterThan(100);
    view.setFront(false);
    view.setChanges(undefined);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await frames(2);
    expect(shownNow()).toEqual([0, 0, 0]);
    view.dispose();
    element.remove();
  });

  it('shows the layout over the picture when asked', async () => {
    const { picture, painted } = await mount({}, 1);
    painted.putTile({ x: 0, y: 0, width: 256, height: 128 }, new Uint8ClampedArray(256 * 128 * 4).fill(255));
    painted.layout.ids.fill(9);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    await frames(2);
    expect(shown(picture, 200, 150)).toEqual(WATER);
  });

  it('draws itself again when the browser has taken its memory away', async () => {
    const { picture, painted } = await mount();
    painted.putTile({ x: 0, y: 0, width: 256, height: 128 }, new Uint8ClampedArray(256 * 128 * 4).fill(255));
    await frames(2);
    const canvas = picture.querySelector('canvas');
    canvas?.getContext('2d')?.clearRect(0, 0, 4000, 4000);
    expect(shown(picture, 200, 150)).toEqual([0, 0, 0, 0]);
    canvas?.dispatchEvent(new Event('contextrestored'));
    await frames(2);
    expect(shown(picture, 200, 150)).toEqual([255, 255, 255, 255]);
  });

  it('moves together with the layout canvas', async () => {
    const { layout, picture, painted, viewport } = await mount();
    painted.layout.ids.fill(9, 0, 256 * 64);
    painted.layoutChanged({ x: 0, y: 0, width: 256, height: 128 });
    const { left, top } = picture.getBoundingClientRect();
    picture.dispatchEvent(
      new WheelEvent('wheel', { deltaY: -100, clientX: left + 100, clientY: top + 100, cancelable: true }),
    );
    await frames(2);
    expect(viewport.state.zoom).toBeGreaterThan(1.6);
    expect(shown(layout, 200, 100)).toEqual(WATER);
  });
});
