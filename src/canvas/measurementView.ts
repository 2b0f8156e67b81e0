import type { MeasuredCells, MeasuredHeat } from '../state/measurement/cellMap.ts';
import { CellPicker, type CellPickerOptions } from './cellPicker.ts';
import { HeatView } from './heatView.ts';
import type { PanTool } from './tools/panTool.ts';
import type { Viewport, ViewportView } from './viewport.ts';

/** The measured picture: colours over its cells while there is something measured, and picking cells. */
export class MeasurementView {
  readonly picker: CellPicker;
  private heatView: HeatView | undefined;
  private heat: MeasuredHeat | undefined;

  constructor(
    private readonly element: HTMLElement,
    view: ViewportView,
    private readonly viewport: Viewport,
    panTool: PanTool,
    options: CellPickerOptions,
  ) {
    this.picker = new CellPicker(element, view, panTool, options);
  }

  set(map: MeasuredCells | undefined): void {
    this.picker.set(map);
    if (map?.heat === this.heat) return;
    this.heat = map?.heat;
    if (!this.heat) {
      // A canvas that shows nothing costs the browser a layer of its size.
      this.heatView?.dispose();
      this.heatView = undefined;
      return;
    }
    this.heatView ??= new HeatView(this.element, this.viewport);
    this.heatView.show(this.heat);
  }

  dispose(): void {
    this.heatView?.dispose();
    this.picker.dispose();
  }
}
