import type { Brush } from '../../core/brush.ts';
import type { Gesture } from '../../core/gesture.ts';
import { mirrorPoint, mirrorRect } from '../../core/mirror.ts';
import type { Point } from '../../core/point.ts';
import { EMPTY_RECT, unionRect, type Rect } from '../../core/rect.ts';
import { boxBetween, constrained, paintEllipse, paintRectangle, type Shape } from '../../core/shapes.ts';
import { paintStroke } from '../../core/stroke.ts';
import type { PaintTarget } from './brushTool.ts';
import type { Tool, ToolPoint } from './tool.ts';

export interface ShapeStroke {
  readonly shape: Shape;
  /** How thick lines are. */
  readonly brush: Brush;
  readonly classId: number;
  readonly mirrored: boolean;
}

/** Places this near, in CSS pixels, are meant to be one: a second click on the last corner ends a polyline. */
const NEAR = 4;

/** What is being drawn. */
interface Drawing {
  readonly gesture: Gesture;
  readonly stroke: ShapeStroke;
  /** The last one is not settled yet. */
  readonly points: readonly Point[];
  readonly drawn: Rect;
  readonly pressed: boolean;
  readonly corner: ToolPoint;
  /** Where the press before was let go of: the corner that a press which is taken back leaves. */
  readonly before: ToolPoint | undefined;
}

/**
 * Lines, polylines, rectangles and ellipses: what they will be is seen while they are drawn. A polyline has a corner at
 * every press and ends at a second press on its last one, or when another tool is chosen; it is one entry like the rest.
 */
export class ShapeTool implements Tool {
  private state: Drawing | undefined;

  constructor(
    private readonly target: PaintTarget,
    /** Asked when a shape begins. */
    private readonly strokeNow: () => ShapeStroke,
  ) {}

  get pending(): boolean {
    return this.state !== undefined;
  }

  down(point: ToolPoint): void {
    const { state } = this;
    if (state && !state.pressed && state.gesture.open) {
      const { screen } = state.corner;
      const ends = Math.hypot(point.screen.x - screen.x, point.screen.y - screen.y) <= NEAR;
      if (ends) {
        this.draw(state.points.slice(0, -1));
        this.finish();
        return;
      }
      this.state = { ...state, pressed: true, corner: point, before: state.corner };
      this.hover(point);
      return;
    }
    this.cancel();
    const stroke = this.strokeNow();
    const gesture = this.target.begin();
    const points = [point.doc, point.doc];
    this.state = { gesture, stroke, points, drawn: EMPTY_RECT, pressed: true, corner: point, before: undefined };
    this.draw(points);
  }

  move(points: readonly ToolPoint[]): void {
    const last = points.at(-1);
    if (!this.state || !last) return;
    this.state = { ...this.state, corner: last };
    this.hover(last);
  }

  /** The place that the next corner would have. */
  hover({ doc, line }: ToolPoint): void {
    const { state } = this;
    if (!state) return;
    const settled = state.points.slice(0, -1);
    const from = settled.at(-1);
    if (from) this.draw([...settled, line ? constrained(state.stroke.shape, from, doc) : doc]);
  }

  up(): void {
    const { state } = this;
    if (!state) return;
    if (state.stroke.shape !== 'polyline') {
      this.finish();
      return;
    }
    const last = state.points.at(-1)!;
    this.state = { ...state, pressed: false, points: [...state.points, last] };
  }

  /** Keeps what is drawn. */
  finish(): void {
    const { state } = this;
    if (!state) return;
    this.state = undefined;
    state.gesture.commit('shape');
  }

  /** The press under way: of lines with corners the last of them, of all else the whole. Between presses all of it. */
  cancel(): void {
    const { state } = this;
    if (!state) return;
    if (state.pressed && state.before && state.gesture.open) {
      const settled = state.points.slice(0, -1);
      this.state = { ...state, pressed: false, corner: state.before };
      this.draw([...settled, settled.at(-1)!]);
      return;
    }
    this.state = undefined;
    this.target.changed(state.gesture.rollback());
  }

  /** Takes back what was drawn last and draws these points instead. */
  private draw(points: readonly Point[]): void {
    const { state } = this;
    if (!state) return;
    // Someone else has closed the gesture: undo in the middle of a shape.
    if (!state.gesture.open) {
      this.state = undefined;
      return;
    }
    state.gesture.rollback();
    const gesture = this.target.begin();
    const drawn = this.paint(points, state.stroke, gesture);
    this.state = { ...state, gesture, points, drawn };
    this.target.changed(unionRect(state.drawn, drawn));
  }

  private paint(points: readonly Point[], { shape, brush, classId, mirrored }: ShapeStroke, gesture: Gesture): Rect {
    const { layout } = this.target;
    let rect = EMPTY_RECT;
    if (shape === 'line' || shape === 'polyline') {
      const sides = mirrored ? [points, points.map((point) => mirrorPoint(point, layout.width))] : [points];
      for (const side of sides) {
        for (const [index, to] of side.entries()) {
          const from = side[Math.max(0, index - 1)] ?? to;
          rect = unionRect(rect, paintStroke(layout, brush, from, to, classId, gesture));
        }
      }
      return rect;
    }
    const box = boxBetween(points[0]!, points.at(-1)!);
    const paint = shape === 'rectangle' ? paintRectangle : paintEllipse;
    const boxes = mirrored ? [box, mirrorRect(box, layout.width)] : [box];
    for (const one of boxes) rect = unionRect(rect, paint(layout, one, classId, gesture));
    return rect;
  }
}
