import type { Gesture } from '../../core/gesture.ts';
import { fillArea } from '../../core/fill.ts';
import { EMPTY_RECT, type Rect } from '../../core/rect.ts';
import type { PaintTarget } from './brushTool.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** Fills the area under the pointer at once; letting go keeps it, cancelling takes it back. */
export class FillTool implements Tool {
  private gesture: Gesture | undefined;
  private filled: Rect = EMPTY_RECT;

  constructor(
    private readonly target: PaintTarget,
    private readonly classNow: () => number,
  ) {}

  down({ doc }: ToolPoint): void {
    this.cancel();
    this.gesture = this.target.begin();
    this.filled = fillArea(this.target.layout, doc, this.classNow(), this.gesture);
    this.target.changed(this.filled);
  }

  move(): void {}

  up(): void {
    if (this.gesture?.commit('fill')) this.target.finished(this.filled);
    this.gesture = undefined;
  }

  cancel(): void {
    if (this.gesture) this.target.changed(this.gesture.rollback());
    this.gesture = undefined;
  }
}
