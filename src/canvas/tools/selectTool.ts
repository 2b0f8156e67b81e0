import type { Point } from '../../core/point.ts';
import { boxBetween, constrained } from '../../core/shapes.ts';
import { isOn, type LayoutSelection, type SelectionMove } from '../../document/layoutSelection.ts';
import type { Tool, ToolPoint } from './tool.ts';

type State =
  | { readonly name: 'choosing'; readonly from: Point; readonly moved: boolean }
  | { readonly name: 'moving'; readonly from: Point; readonly move: SelectionMove };

/** Chooses a rectangle; pressed within it, moves it. */
export class SelectTool implements Tool {
  private state: State | undefined;

  constructor(private readonly selection: LayoutSelection) {}

  down({ doc }: ToolPoint): void {
    this.cancel();
    const move = isOn(this.selection.rect, doc.x, doc.y) ? this.selection.move() : undefined;
    this.state = move ? { name: 'moving', from: doc, move } : { name: 'choosing', from: doc, moved: false };
  }

  move(points: readonly ToolPoint[]): void {
    const { state } = this;
    const last = points.at(-1);
    if (!state || !last) return;
    const { doc, line } = last;
    if (state.name === 'moving') {
      state.move.to(Math.round(doc.x - state.from.x), Math.round(doc.y - state.from.y));
    } else {
      this.state = { ...state, moved: true };
      this.selection.choose(boxBetween(state.from, line ? constrained('rectangle', state.from, doc) : doc));
    }
  }

  up(): void {
    const { state } = this;
    this.state = undefined;
    if (state?.name === 'moving') state.move.commit();
    // A press beside it lets go of it.
    if (state?.name === 'choosing' && !state.moved) this.selection.choose(undefined);
  }

  cancel(): void {
    const { state } = this;
    this.state = undefined;
    if (state?.name === 'moving') state.move.rollback();
    if (state?.name === 'choosing') this.selection.choose(undefined);
  }
}
