import { cellRect, LAYOUT_CELL_PIXELS, toLayout, type Lattice } from '../core/lattice.ts';
import type { Rect } from '../core/rect.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { MeasuredCells } from '../state/measurement/cellMap.ts';
import styles from './canvas.module.css';
import { ARROWS } from './keyboardPainter.ts';
import { listen } from './listen.ts';
import { outlineIn, placeOutline } from './placeOutline.ts';
import type { PanTool } from './tools/panTool.ts';
import { PickCellTool } from './tools/pickCellTool.ts';
import type { ToolPoint } from './tools/tool.ts';
import type { DocPoint, ViewportView } from './viewport.ts';

export interface CellPickerOptions {
  readonly document: PaintDocument;
  /** Where the cell is on the canvas, in CSS pixels; undefined where none is looked at. */
  placed?(rect: Rect | undefined): void;
}

const LARGE_STEP = 4;

/** Looking at one cell of the picture after the other, by pointer and by keyboard. */
export class CellPicker {
  private picking: MeasuredCells | undefined;
  private readonly outline: HTMLElement;
  private readonly tool: PickCellTool;
  /** Lets go of the keys. */
  readonly dispose: () => void;

  constructor(
    private readonly element: HTMLElement,
    private readonly view: ViewportView,
    panTool: PanTool,
    private readonly options: CellPickerOptions,
  ) {
    this.outline = outlineIn(element, styles.cell);
    this.tool = new PickCellTool(panTool, (at) => this.picking?.pick(this.cellAt(at)));
    this.dispose = listen(element, {
      keydown: (event) => this.keyDown(event),
      // Whoever comes with the keyboard sees where they are.
      focus: () => element.matches(':focus-visible') && this.lookSomewhere(),
    });
  }

  set(picking: MeasuredCells | undefined): void {
    const { cell } = this.picking ?? {};
    this.picking = picking;
    if (cell !== picking?.cell) this.refresh();
  }

  /** What a press begins; undefined while no cell is to be picked. */
  toolNow(): PickCellTool | undefined {
    return this.picking && this.tool;
  }

  hover(point: ToolPoint | undefined): void {
    // The keyboard's cursor stays when the pointer leaves.
    if (!this.picking || (!point && this.element === document.activeElement)) return;
    this.picking.look(point && this.cellAt(point.doc));
  }

  /** The cell is another one, or the picture has moved. */
  refresh(): void {
    const { lattice } = this.options.document;
    const cell = this.picking?.cell;
    const rect = cell === undefined ? undefined : toLayout(cellRect(cell, lattice));
    placeOutline(this.outline, this.view, rect);
    this.options.placed?.(rect && this.view.rectToScreen(rect));
  }

  private keyDown(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (!this.picking || ctrlKey || metaKey || altKey || event.target !== this.element) return;
    const arrow = ARROWS[key];
    if (arrow) this.step(arrow[0] * (shiftKey ? LARGE_STEP : 1), arrow[1] * (shiftKey ? LARGE_STEP : 1));
    else if (key === 'Enter') this.picking.pick(this.place());
    else return;
    event.preventDefault();
  }

  private step(dx: number, dy: number): void {
    const { rows, columns } = this.options.document.lattice;
    const from = this.place();
    const column = Math.min(columns - 1, Math.max(0, (from % columns) + dx));
    const row = Math.min(rows - 1, Math.max(0, Math.floor(from / columns) + dy));
    const next = row * columns + column;
    this.view.keepSeen(toLayout(cellRect(next, this.options.document.lattice)));
    this.picking?.look(next);
  }

  private lookSomewhere(): void {
    if (this.picking && this.picking.cell === undefined) this.picking.look(this.place());
  }

  /** The cell that is looked at, or else the one in the middle. */
  private place(): number {
    return this.picking?.cell ?? middleOf(this.options.document.lattice);
  }

  private cellAt({ x, y }: DocPoint): number | undefined {
    const { rows, columns } = this.options.document.lattice;
    const [column, row] = [Math.floor(x / LAYOUT_CELL_PIXELS), Math.floor(y / LAYOUT_CELL_PIXELS)];
    return column >= 0 && row >= 0 && column < columns && row < rows ? row * columns + column : undefined;
  }
}

function middleOf({ rows, columns }: Lattice): number {
  return Math.floor(rows / 2) * columns + Math.floor(columns / 2);
}
