import { cellRect, toLayout, type Lattice } from '../core/lattice.ts';
import type { Rect } from '../core/rect.ts';

/** Milliseconds until a cell that was just sampled looks like the others. */
const FADE = 700;
const STRENGTH = 0.55;

/** The cells sampled last: they light up and fade, or, where motion is not wanted, the last ones stay lit. */
export class FrontLayer {
  /** Cell -> when it was sampled. In that order: a map keeps the order of its keys. */
  private readonly lit = new Map<number, number>();

  constructor(
    private readonly lattice: Lattice,
    private readonly still: boolean,
  ) {}

  get active(): boolean {
    return this.lit.size > 0;
  }

  /** @returns what is to be drawn, in layout pixels */
  light(cells: readonly number[], now: number): readonly Rect[] {
    const before = this.still ? this.clear() : [];
    for (const cell of cells) {
      this.lit.delete(cell);
      this.lit.set(cell, now);
    }
    return [...before, ...cells.map((cell) => toLayout(cellRect(cell, this.lattice)))];
  }

  /** Lets go of what has faded. @returns what is to be drawn */
  fade(now: number): readonly Rect[] {
    if (this.still) return [];
    const rects = this.rects();
    for (const [cell, since] of this.lit) if (now - since >= FADE) this.lit.delete(cell);
    return rects;
  }

  clear(): readonly Rect[] {
    const rects = this.rects();
    this.lit.clear();
    return rects;
  }

  draw(context: CanvasRenderingContext2D, color: string, now: number): void {
    context.fillStyle = color;
    for (const [cell, since] of this.lit) {
      const age = this.still ? 0.5 : Math.min(1, Math.max(0, (now - since) / FADE));
      context.globalAlpha = STRENGTH * (1 - age) ** 2;
      const { x, y, width, height } = toLayout(cellRect(cell, this.lattice));
      context.fillRect(x, y, width, height);
    }
    context.globalAlpha = 1;
  }

  private rects(): readonly Rect[] {
    return Array.from(this.lit.keys(), (cell) => toLayout(cellRect(cell, this.lattice)));
  }
}
