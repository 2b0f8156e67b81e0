import { clampBrushSize, type Brush } from '../../core/brush.ts';
import { ANY } from '../../core/classes.ts';
import type { Gesture } from '../../core/gesture.ts';
import type { Layout } from '../../core/layout.ts';
import { mirrorPoint } from '../../core/mirror.ts';
import { EMPTY_RECT, unionRect, type Rect } from '../../core/rect.ts';
import { paintStroke } from '../../core/stroke.ts';
import type { DocPoint } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** What the tools that paint need of the page. */
export interface PaintTarget {
  readonly layout: Layout;
  begin(): Gesture;
  changed(rect: Rect): void;
}

export interface BrushStroke {
  readonly brush: Brush;
  readonly classId: number;
  /** Names the entry of the history. */
  readonly label: 'stroke' | 'erase';
  /** The same on the other side of the upright middle axis. */
  readonly mirrored: boolean;
  /** A pen that is pressed less paints less wide. */
  readonly pressure: boolean;
}

/** Paints with a brush, the eraser too: one entry of the history from down to up. */
export class BrushTool implements Tool {
  /** What is being painted. */
  private state: { readonly gesture: Gesture; readonly stroke: BrushStroke; readonly last: DocPoint } | undefined;
  /** Where the last stroke ended, and in which layout. */
  private end: { readonly at: DocPoint; readonly layout: Layout } | undefined;

  constructor(
    private readonly target: PaintTarget,
    /** Asked once a stroke, at its start: a stroke is of one class and one size. */
    private readonly strokeNow: () => BrushStroke,
  ) {}

  down(point: ToolPoint): void {
    this.cancel();
    const stroke = this.strokeNow();
    const used = point.eraser ? ({ ...stroke, classId: ANY, label: 'erase' } as const) : stroke;
    const goesOn = point.line && this.end?.layout === this.target.layout;
    const last = (goesOn ? this.end?.at : undefined) ?? point.doc;
    this.state = { gesture: this.target.begin(), stroke: used, last };
    this.move([point]);
  }

  move(points: readonly ToolPoint[]): void {
    if (!this.state) return;
    const { gesture, stroke } = this.state;
    // Someone else has closed the gesture: undo in the middle of a stroke.
    if (!gesture.open) {
      this.state = undefined;
      return;
    }
    let { last } = this.state;
    let rect = EMPTY_RECT;
    const { layout } = this.target;
    for (const point of points) {
      const brush = brushAt(point, stroke);
      rect = unionRect(rect, paintStroke(layout, brush, last, point.doc, stroke.classId, gesture));
      if (stroke.mirrored) {
        const [from, to] = [mirrorPoint(last, layout.width), mirrorPoint(point.doc, layout.width)];
        rect = unionRect(rect, paintStroke(layout, brush, from, to, stroke.classId, gesture));
      }
      last = point.doc;
    }
    this.state = { ...this.state, last };
    this.target.changed(rect);
  }

  up(): void {
    if (!this.state) return;
    const { gesture, stroke, last } = this.state;
    this.end = { at: last, layout: this.target.layout };
    this.state = undefined;
    gesture.commit(stroke.label);
  }

  cancel(): void {
    if (!this.state) return;
    const { gesture } = this.state;
    this.state = undefined;
    this.target.changed(gesture.rollback());
  }
}

/** A pen at half its pressure is as wide as half the brush; what has no pressure paints with all of it. */
function brushAt({ pen, pressure }: ToolPoint, stroke: BrushStroke): Brush {
  if (!stroke.pressure || !pen) return stroke.brush;
  return { ...stroke.brush, size: clampBrushSize(stroke.brush.size * pressure) };
}
