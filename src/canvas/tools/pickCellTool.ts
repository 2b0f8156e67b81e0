import type { DocPoint, ScreenPoint } from '../viewport.ts';
import type { PanTool } from './panTool.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** CSS pixels that a press may move and still be one. */
const SLIP = 5;

/** A press that stays where it is picks what lies there; one that moves drags the picture. */
export class PickCellTool implements Tool {
  private state: { readonly at: DocPoint; readonly from: ScreenPoint; readonly drags: boolean } | undefined;

  constructor(
    private readonly pan: PanTool,
    private readonly pick: (at: DocPoint) => void,
  ) {}

  down(point: ToolPoint): void {
    this.state = { at: point.doc, from: point.screen, drags: false };
    this.pan.down(point);
  }

  move(points: readonly ToolPoint[]): void {
    const last = points.at(-1);
    if (!this.state || !last) return;
    const { from } = this.state;
    const drags = this.state.drags || Math.hypot(last.screen.x - from.x, last.screen.y - from.y) > SLIP;
    this.state = { ...this.state, drags };
    if (drags) this.pan.move(points);
  }

  up(): void {
    const { state } = this;
    this.state = undefined;
    this.pan.up();
    if (state && !state.drags) this.pick(state.at);
  }

  cancel(): void {
    this.state = undefined;
    this.pan.cancel();
  }
}
