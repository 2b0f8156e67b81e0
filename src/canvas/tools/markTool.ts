import { LAYOUT_CELL_PIXELS } from '../../core/lattice.ts';
import type { Rect } from '../../core/rect.ts';
import type { CellRegion } from '../../document/cellRegion.ts';
import type { DocPoint } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

interface Mark {
  readonly from: DocPoint;
  readonly before: Uint8Array<ArrayBuffer>;
  readonly value: 0 | 1;
  readonly size: number | undefined;
}

/** Marks cells of the picture with a brush or by rectangles, or takes them away, as a pen's eraser does. */
export class MarkTool implements Tool {
  private state: Mark | undefined;

  constructor(
    private readonly region: CellRegion,
    /** Asked at each press: the brush's diameter in layout pixels; undefined for rectangles. */
    private readonly sizeNow: () => number | undefined,
    private readonly value: 0 | 1,
  ) {}

  down(point: ToolPoint): void {
    const value = point.eraser ? 0 : this.value;
    this.state = { from: point.doc, before: this.region.cells.slice(), value, size: this.sizeNow() };
    this.move([point]);
  }

  move(points: readonly ToolPoint[]): void {
    if (!this.state) return;
    const { before, value, size } = this.state;
    for (const { doc } of size === undefined ? points.slice(-1) : points) {
      const { from } = this.state;
      if (size === undefined) {
        this.region.set(before);
        this.region.markRect(cellsBetween(from, doc), value);
      } else {
        this.region.markPath(from, doc, size, value);
        this.state = { ...this.state, from: doc };
      }
    }
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
