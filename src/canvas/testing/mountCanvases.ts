import { createElement, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { CLASSES } from '../../core/classes.ts';
import { createLayoutSelection } from '../../document/layoutSelection.ts';
import { createDocumentHistory } from '../../document/documentHistory.ts';
import { createCellRegion } from '../../document/cellRegion.ts';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import { LayoutCanvas } from '../LayoutCanvas.tsx';
import type { Painting } from '../layoutTools.ts';
import { PictureCanvas } from '../PictureCanvas.tsx';
import { Viewport } from '../viewport.ts';

let root: Root | undefined;

/** Takes both canvases away; to be called after each test. */
export function unmount(): void {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
}

const PLAIN = { pressure: false, mirrored: false, reach: 'area' } as const;

/** Both canvases of 400 x 300 CSS pixels over a picture of 256 x 128. */
export async function mount(painting: Partial<Painting> = {}, overlay = 0) {
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
        }),
        createElement(PictureCanvas, {
          ...common,
          label: 'Picture',
          description: 'Paint over what should be another way.',
          region: createCellRegion(painted),
          swatches,
          showFront: true,
          overlay,
        }),
      ),
    ),
  );
  await frames(3);
  const layout = byLabel('Layout');
  const picture = byLabel('Picture');
  return { painted, history, viewport, layout, picture, settings };
}

export function byLabel(label: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]`);
  if (!found) throw new Error(`There is no ${label}.`);
  return found;
}

export async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

export function pointer(
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
export function shown(element: HTMLElement, x: number, y: number, canvas = 0): number[] {
  const found = element.querySelectorAll('canvas')[canvas];
  const data = found
    ?.getContext('2d')
    ?.getImageData(Math.floor(x * devicePixelRatio), Math.floor(y * devicePixelRatio), 1, 1).data;
  return [...(data ?? [])];
}

export const WATER = [0x28, 0x64, 0xaa, 255];
