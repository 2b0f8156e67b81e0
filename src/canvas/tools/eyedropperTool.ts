import { isClassId } from '../../core/classes.ts';
import type { Layout } from '../../core/layout.ts';
import type { DocPoint } from '../viewport.ts';
import type { Tool, ToolPoint } from './tool.ts';

/** Takes up the class under the pointer: while it is down, the class follows it; cancelling restores the first one. */
export class EyedropperTool implements Tool {
  private before: number | undefined;

  constructor(
    private readonly layoutNow: () => Layout,
    private readonly classNow: () => number,
    private readonly pick: (classId: number) => void,
  ) {}

  down(point: ToolPoint): void {
    this.before = this.classNow();
    this.pickAt(point.doc);
  }

  move(points: readonly ToolPoint[]): void {
    const last = points.at(-1);
    if (this.before !== undefined && last) this.pickAt(last.doc);
  }

  up(): void {
    this.before = undefined;
  }

  cancel(): void {
    if (this.before !== undefined && this.before !== this.classNow()) this.pick(this.before);
    this.before = undefined;
  }

  private pickAt(at: DocPoint): void {
    const id = classAt(this.layoutNow(), at);
    if (id !== undefined && id !== this.classNow()) this.pick(id);
  }
}

/** The class at a place of the layout; undefined outside it. */
export function classAt({ ids, width, height }: Layout, at: DocPoint): number | undefined {
  const x = Math.floor(at.x);
  const y = Math.floor(at.y);
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const id = ids[y * width + x];
  return id !== undefined && isClassId(id) ? id : undefined;
}
