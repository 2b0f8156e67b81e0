import type { ScreenPoint, Viewport } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** Drags the picture, unless all of it is shown. Cancelling leaves it where it is: nothing is lost. */
export class PanTool implements Tool {
  private last: ScreenPoint | undefined;

  constructor(private readonly viewport: Viewport) {}

  down(point: ToolPoint): void {
    this.last = point.screen;
  }

  move(points: readonly ToolPoint[]): void {
    const next = points.at(-1)?.screen;
    if (!this.last || !next || this.viewport.state.fitted) return;
    this.viewport.panBy(next.x - this.last.x, next.y - this.last.y);
    this.last = next;
  }

  up(): void {
    this.last = undefined;
  }

  cancel(): void {
    this.last = undefined;
  }
}
