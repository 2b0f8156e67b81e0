import type { CellRegion } from '../../document/cellRegion.ts';
import type { DocPoint } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** Marks cells of the picture with a brush, or takes them away, as a pen's eraser does. */
export class MarkTool implements Tool {
  private state:
    { readonly last: DocPoint; readonly before: Uint8Array<ArrayBuffer>; readonly value: 0 | 1 } | undefined;

  constructor(
    private readonly region: CellRegion,
    /** The brush's diameter in layout pixels. */
    private readonly sizeNow: () => number,
    private readonly value: 0 | 1,
  ) {}

  down(point: ToolPoint): void {
    const value = point.eraser ? 0 : this.value;
    this.state = { last: point.doc, before: this.region.cells.slice(), value };
    this.move([point]);
  }

  move(points: readonly ToolPoint[]): void {
    for (const { doc } of points) {
      if (!this.state) return;
      const { last, value } = this.state;
      this.region.markPath(last, doc, this.sizeNow(), value);
      this.state = { ...this.state, last: doc };
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
