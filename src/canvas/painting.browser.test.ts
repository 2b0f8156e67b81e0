import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CLASSES } from '../core/classes.ts';
import { createLayoutSelection } from '../document/layoutSelection.ts';
import { createDocumentHistory } from '../document/documentHistory.ts';
import { createCellRegion } from '../document/cellRegion.ts';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { LayoutView } from './layoutView.ts';
import { PictureView } from './pictureView.ts';
import { Viewport } from './viewport.ts';

/*
 * Prints how long painting takes; asserts only that there was painting. Times are for `docs/` and for eyes: a busy
 * machine must not fail a test.
 */

/** `VITE_MEASURE=1 npx vitest run --project browser src/canvas/painting` paints for longer. */
const FRAMES = import.meta.env.VITE_MEASURE ? 240 : 20;
const STROKE = 20;
const MOVES_A_FRAME = 4;
const CELLS_A_FRAME = 6;

afterEach(() => document.body.replaceChildren());

function percentile(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN).toFixed(2);
}

function report(what: string, values: readonly number[]): void {
  const figures = [0.5, 0.95, 0.99, 1].map((part) => percentile(values, part)).join(' / ');
  console.log(`${what}: ${figures} ms (p50 / p95 / p99 / largest of ${values.length})`);
}

/** A worker that keeps a core busy, as sampling on WASM does. */
function spin(): () => void {
  const url = URL.createObjectURL(new Blob(['for (;;) Math.random();'], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return () => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
}

it.each([
  { sampling: false, size: 128 },
  { sampling: true, size: 128 },
  { sampling: true, size: 256 },
])('a brush of $size px paints 1024 x 512 (a picture is sampled: $sampling)', async ({ sampling, size }) => {
  await page.viewport(1600, 1000);
  const lattice = { rows: 32, columns: 64 };
  const painted = createPaintDocument(lattice);
  const history = createDocumentHistory(painted);
  const viewport = new Viewport(painted.layout);
  const elements = [document.createElement('div'), document.createElement('div')] as const;
  for (const element of elements) element.style.cssText = 'position: relative; width: 1560px; height: 480px';
  document.body.append(...elements);
  let classId = 1;
  const layoutView = new LayoutView(elements[0], {
    document: painted,
    history,
    selection: createLayoutSelection(painted, history),
    viewport,
    palette: CLASSES,
    getPainting: () => ({
      tool: 'brush',
      shape: 'round',
      size,
      classId,
      pressure: false,
      mirrored: false,
      reach: 'area',
    }),
  });
  const pictureView = new PictureView(elements[1], {
    document: painted,
    viewport,
    palette: CLASSES,
    region: createCellRegion(painted),
  });
  pictureView.setSwatches({ pixels: 4, rgb: Uint8Array.from({ length: 1024 * 48 }, (_, n) => (n * 7) % 256) });
  pictureView.setFront(true);
  viewport.setZoom(1.5);

  const plainFrame = window.requestAnimationFrame.bind(window);
  let drawing = 0;
  window.requestAnimationFrame = (callback) =>
    plainFrame((time) => {
      const start = performance.now();
      callback(time);
      drawing += performance.now() - start;
    });
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((e) => e.duration)));
  observer.observe({ type: 'longtask' });
  const stopSpinning = sampling ? spin() : () => {};

  const handlers: number[] = [];
  const totals: number[] = [];
  const frames: number[] = [];
  const { left, top, width, height } = elements[0].getBoundingClientRect();
  let n = 0;
  const move = (type: string) => {
    const angle = n * 0.05;
    const clientX = left + width * (0.5 + 0.45 * Math.sin(angle * 1.3));
    const clientY = top + height * (0.5 + 0.45 * Math.cos(angle));
    elements[0].dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', clientX, clientY }));
  };
  for (let frame = 0; frame < FRAMES; frame++) {
    const started = await new Promise<number>((resolve) => plainFrame(resolve));
    frames.push(started);
    await new Promise<void>((resolve) => {
      // After the frame was drawn and handed over, before the next one: as input comes between frames.
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve(), { once: true });
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
    if (frame > 5) totals.push((handlers.at(-1) ?? 0) + drawing);
    drawing = 0;
    if (frame % STROKE === 0) {
      classId = 1 + ((frame / STROKE) % 11);
      move('pointerdown');
    }
    const before = performance.now();
    for (let k = 0; k < MOVES_A_FRAME; k++, n++) move('pointermove');
    if (frame % STROKE === STROKE - 1) move('pointerup');
    handlers.push(performance.now() - before);
    if (sampling) {
      const cells = Uint16Array.from({ length: CELLS_A_FRAME }, (_, k) => (frame * CELLS_A_FRAME + k) % 2048);
      painted.putTokens(
        cells,
        Int16Array.from(cells, (cell) => cell % 1024),
      );
      if (frame % 12 === 11) {
        const tile = { x: (frame % 2) * 512, y: (frame * 8) % 384, width: 512, height: 128 };
        painted.putTile(tile, new Uint8ClampedArray(tile.width * tile.height * 4).fill(180));
      }
    }
  }
  stopSpinning();
  observer.disconnect();
  window.requestAnimationFrame = plainFrame;
  layoutView.dispose();
  pictureView.dispose();

  console.log(`brush ${size} px, sampling: ${sampling}, canvases ${width} x ${height} CSS px, dpr ${devicePixelRatio}`);
  report('handlers of a frame', handlers);
  report('handlers and drawing of a frame', totals);
  report(
    'frame to frame',
    frames.slice(1).map((time, at) => time - (frames[at] ?? 0)),
  );
  console.log(
    `tasks over 50 ms: ${longTasks.length} (${longTasks.join(', ')}); history ${history.getState().bytes} bytes`,
  );
  expect(history.getState().canUndo).toBe(true);
});
