import { LAYOUT_CELL_PIXELS } from '../../core/lattice.ts';
import type { Rect } from '../../core/rect.ts';
import type { CellRegion } from '../../document/cellRegion.ts';
import type { DocPoint } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** Marks the cells of a rectangle, or takes them away. */
export class MarkRectangleTool implements Tool {
  private state: { readonly from: DocPoint; readonly before: Uint8Array<ArrayBuffer> } | undefined;

  constructor(
    private readonly region: CellRegion,
    private readonly value: 0 | 1,
  ) {}

  down(point: ToolPoint): void {
    this.state = { from: point.doc, before: this.region.cells.slice() };
    this.move([point]);
  }

  move(points: readonly ToolPoint[]): void {
    const last = points.at(-1);
    if (!this.state || !last) return;
    const { from, before } = this.state;
    this.region.set(before);
    this.region.markRect(cellsBetween(from, last.doc), this.value);
  }

  up(): void {
    this.state = undefined;
  }

  cancel(): void {
    const { state } = this;
    this.state = undefined;
    if (state && state.before.length === this.region.cells.length) this.region.set(state.before);
  }
}

/** All cells that a rectangle with these corners touches. */
function cellsBetween(a: DocPoint, b: DocPoint): Rect {
  const x = cellAt(Math.min(a.x, b.x));
  const y = cellAt(Math.min(a.y, b.y));
  return { x, y, width: cellAt(Math.max(a.x, b.x)) + 1 - x, height: cellAt(Math.max(a.y, b.y)) + 1 - y };
}

function cellAt(at: number): number {
  return Math.floor(at / LAYOUT_CELL_PIXELS);
}
