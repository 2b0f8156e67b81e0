import { createElement, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { ANY, CLASSES } from '../core/classes.ts';
import { emptyRegion } from '../core/region/region.ts';
import { createLayoutSelection } from '../document/layoutSelection.ts';
import { createDocumentHistory } from '../document/documentHistory.ts';
import { createCellRegion } from '../document/cellRegion.ts';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import styles from './canvas.module.css';
import { LayoutCanvas } from './LayoutCanvas.tsx';
import type { Painting } from './layoutTools.ts';
import { PictureCanvas } from './PictureCanvas.tsx';
import { PictureView } from './pictureView.ts';
import { Viewport } from './viewport.ts';

let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
});

const PLAIN = { pressure: false, mirrored: false, reach: 'area' } as const;

/** Both canvases of 400 x 300 CSS pixels over a picture of 256 x 128. */
async function mount(painting: Partial<Painting> = {}, overlay = 0) {
  const lattice = { rows: 8, columns: 16 };
  const painted = createPaintDocument(lattice);
  const history = createDocumentHistory(painted);
  const viewport = new Viewport(painted.layout);
  const settings: Painting = { ...PLAIN, tool: 'brush', shape: 'square', size: 10, classId: 9, ...painting };
  const box = document.createElement('div');
  box.style.cssText = 'display: flex; width: 800px; height: 300px';
  document.body.append(box);
  root = createRoot(box);
  const pixels = 4;
  const swatches = { pixels, rgb: new Uint8Array(8 * pixels * pixels * 3).fill(200) };
  const strokes: unknown[] = [];
  const common = { document: painted, viewport, palette: CLASSES };
  flushSync(() =>
    root?.render(
      createElement(
        StrictMode,
        null,
        createElement(LayoutCanvas, {
          ...common,
          history,
          selection: createLayoutSelection(painted, history),
          label: 'Layout',
          description: 'Arrows move the brush.',
          getPainting: () => settings,
          onStrokeEnd: (rect) => strokes.push(rect),
        }),
        createElement(PictureCanvas, {
          ...common,
          label: 'Picture',
          description: 'Paint over what should be another way.',
          region: createCellRegion(painted),
          swatches,
          showFront: true,
          overlay: { opacity: overlay },
        }),
      ),
    ),
  );
  await frames(3);
  const layout = byLabel('Layout');
  const picture = byLabel('Picture');
  return { painted, history, viewport, layout, picture, strokes, settings };
}

function byLabel(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`There is no ${label}.`);
  return found;
}

async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function pointer(
  element: HTMLElement,
  type: string,
  x: number,
  y: number,
  { id = 1, kind = 'mouse', ...rest }: { id?: number; kind?: string } & PointerEventInit = {},
): void {
  const { left, top } = element.getBoundingClientRect();
  element.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: id,
      pointerType: kind,
      clientX: left + x,
      clientY: top + y,
      ...rest,
    }),
  );
}

/** The colour a canvas shows at a place in CSS pixels. */
function shown(element: HTMLElement, x: number, y: number, canvas = 0): number[] {
  const found = element.querySelectorAll('canvas')[canvas];
  const data = found
    ?.getContext('2d')
    ?.getImageData(Math.floor(x * devicePixelRatio), Math.floor(y * devicePixelRatio), 1, 1).data;
  return [...(data ?? [])];
}

const WATER = [0x28, 0x64, 0xaa, 255];

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
    const { layout, painted, history, strokes } = await mount();
    pointer(layout, 'pointerdown', 100, 150);
    pointer(layout, 'pointermove', 200, 150);
    pointer(layout, 'pointermove', 300, 150);
    pointer(layout, 'pointerup', 300, 150);
    await frames(2);
    expect(painted.layout.ids[64 * 256 + 128]).toBe(9);
    expect(shown(layout, 150, 150)).toEqual(WATER);
    expect(strokes).toHaveLength(1);
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

describe('a real mouse and a real keyboard', () => {
  it('paint: the pointer is captured on its way out of the canvas and back', async () => {
    const { layout, painted, history, strokes } = await mount();
    await userEvent.dragAndDrop(layout, layout, {
      sourcePosition: { x: 100, y: 150 },
      targetPosition: { x: 300, y: 150 },
    });
    expect(painted.layout.ids[64 * 256 + 128]).toBe(9);
    expect(strokes).toHaveLength(1);
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
