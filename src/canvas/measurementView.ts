import type { Rect } from '../core/rect.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import { CellPicker, type CellPicking } from './cellPicker.ts';
import { HeatView, type Heat } from './heatView.ts';
import type { PanTool } from './tools/panTool.ts';
import type { Viewport, ViewportView } from './viewport.ts';

/** What is measured of the picture's cells, over them, and which of them is looked at. */
export interface CellMap extends CellPicking {
  /** Undefined until it is measured. */
  readonly heat: Heat | undefined;
}

/** The measured picture: colours over its cells while there is something measured, and picking cells. */
export class MeasurementView {
  readonly picker: CellPicker;
  private readonly placed = new Set<(rect: Rect | undefined) => void>();
  private heatView: HeatView | undefined;
  private heat: Heat | undefined;

  constructor(
    private readonly element: HTMLElement,
    view: ViewportView,
    private readonly viewport: Viewport,
    panTool: PanTool,
    document: PaintDocument,
  ) {
    this.picker = new CellPicker(element, view, panTool, {
      document,
      placed: (rect) => this.placed.forEach((listener) => listener(rect)),
    });
  }

  set(map: CellMap | undefined): void {
    this.picker.set(map);
    if (map?.heat === this.heat) return;
    this.heat = map?.heat;
    if (!this.heat) {
      // A canvas that shows nothing costs the browser a layer of its size.
      this.heatView?.dispose();
      this.heatView?.canvas.remove();
      this.heatView = undefined;
      return;
    }
    this.heatView ??= new HeatView(this.element, this.viewport);
    this.heatView.show(this.heat);
  }

  /** Tells where the cell that is looked at lies on the canvas. @returns stops it */
  onPlaced(listener: (rect: Rect | undefined) => void): () => void {
    this.placed.add(listener);
    return () => this.placed.delete(listener);
  }

  dispose(): void {
    this.heatView?.dispose();
    this.picker.dispose();
  }
}
