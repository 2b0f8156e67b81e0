import type { Lattice } from '../core/lattice.ts';
import type { Region } from '../core/region/region.ts';
import { drawRegion } from './regionLayer.ts';

/** Milliseconds. */
const FADE = 500;
/** Of the veil: what will be painted anew is still seen well. */
const STRENGTH = 0.22;

/** The cells that repainting a change samples anew: a line around them, and a veil that fades when the result is there. */
export class ChangeOutline {
  private region: Region | undefined;
  /** When the last of them were painted; undefined while there are some to paint. */
  private since: number | undefined;

  get active(): boolean {
    return this.region !== undefined;
  }

  get fading(): boolean {
    return this.active && this.since !== undefined;
  }

  /** @param region undefined: they are painted, and what was shown fades, or goes at once */
  show(region: Region | undefined, now: number, still: boolean): void {
    if (region) [this.region, this.since] = [region, undefined];
    else if (still) this.region = undefined;
    else this.since ??= now;
  }

  /** @param works while the cells are sampled one wants to see them: the line alone is left */
  draw(
    context: CanvasRenderingContext2D,
    lattice: Lattice,
    { color, scale, now, works }: { color: string; scale: number; now: number; works: boolean },
  ): void {
    const age = this.since === undefined ? 0 : (now - this.since) / FADE;
    // Of a picture of another size; or all of it has faded.
    if (age >= 1 || this.region?.length !== lattice.rows * lattice.columns) this.region = undefined;
    if (this.region) drawRegion(context, this.region, lattice, color, scale, works ? 0 : STRENGTH, 1 - age);
  }
}
