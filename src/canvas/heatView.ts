import { colorAt } from '../core/colorScale.ts';
import { cellCount, layoutHeight, layoutWidth, type Lattice } from '../core/lattice.ts';
import { wholeRect } from '../core/rect.ts';
import type { MeasuredHeat } from '../state/measurement/cellMap.ts';
import { Bitmap } from './bitmap.ts';
import styles from './canvas.module.css';
import { Surface } from './surface.ts';
import type { Viewport, ViewportView } from './viewport.ts';

/** A colour over each cell, on a canvas of its own; the picture below it is seen in grey. */
export class HeatView {
  private readonly canvas = document.createElement('canvas');
  private readonly view: ViewportView;
  private readonly surface: Surface;
  private bitmap: Bitmap | undefined;
  private lattice: Lattice | undefined;

  constructor(
    private readonly element: HTMLElement,
    viewport: Viewport,
  ) {
    this.canvas.className = `${styles.canvas} ${styles.heat}`;
    // Over the picture, below all that frames cells.
    element.firstElementChild?.after(this.canvas);
    this.view = viewport.attach();
    this.surface = new Surface(this.canvas, this.view, (context) => this.draw(context));
    element.toggleAttribute('data-heat', true);
  }

  show(heat: MeasuredHeat): void {
    this.lattice = heat.lattice;
    this.bitmap = paint(heat);
    this.surface.invalidateAll();
  }

  dispose(): void {
    this.element.removeAttribute('data-heat');
    this.canvas.remove();
    this.view.detach();
    this.surface.dispose();
  }

  private draw(context: CanvasRenderingContext2D): void {
    if (!this.bitmap || !this.lattice) return;
    // Cells and no more: nothing was measured between them.
    context.imageSmoothingEnabled = false;
    context.drawImage(this.bitmap.canvas, 0, 0, layoutWidth(this.lattice), layoutHeight(this.lattice));
  }
}

function paint({ lattice, values, maximum }: MeasuredHeat): Bitmap {
  const bitmap = new Bitmap(lattice.columns, lattice.rows);
  for (let cell = 0; cell < cellCount(lattice); cell++) {
    const [r, g, b] = colorAt(values[cell]! / maximum);
    bitmap.words[cell] = (0xff000000 | (b << 16) | (g << 8) | r) >>> 0;
  }
  bitmap.upload(wholeRect(bitmap));
  return bitmap;
}
