import type { Gesture } from '../../core/gesture.ts';
import { fillArea, replaceClass } from '../../core/fill.ts';
import { mirrorPoint } from '../../core/mirror.ts';
import { EMPTY_RECT, unionRect } from '../../core/rect.ts';
import type { PageState } from '../../state/pageState.ts';
import type { PaintTarget } from './brushTool.ts';
import type { Tool, ToolPoint } from './tool.ts';

export interface FillStroke {
  readonly classId: number;
  readonly reach: PageState['reach'];
  readonly mirrored: boolean;
}

/** Fills the area under the pointer at once; letting go keeps it, cancelling takes it back. */
export class FillTool implements Tool {
  private gesture: Gesture | undefined;

  constructor(
    private readonly target: PaintTarget,
    /** Asked at each press. */
    private readonly fillNow: () => FillStroke,
  ) {}

  down({ doc }: ToolPoint): void {
    this.cancel();
    this.gesture = this.target.begin();
    const { layout } = this.target;
    const { classId, reach, mirrored } = this.fillNow();
    if (reach === 'everywhere') {
      this.target.changed(replaceClass(layout, doc, classId, this.gesture));
      return;
    }
    const filled = fillArea(layout, doc, classId, this.gesture);
    const other = mirrored ? fillArea(layout, mirrorPoint(doc, layout.width), classId, this.gesture) : EMPTY_RECT;
    this.target.changed(unionRect(filled, other));
  }

  move(): void {}

  up(): void {
    this.gesture?.commit('fill');
    this.gesture = undefined;
  }

  cancel(): void {
    if (this.gesture) this.target.changed(this.gesture.rollback());
    this.gesture = undefined;
  }
}
