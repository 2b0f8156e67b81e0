import { LAYOUT_CELL_PIXELS, type Lattice } from '../core/lattice.ts';
import type { Region } from '../core/region/region.ts';

/**
 * A veil over the cells that are marked, and a line in dark and light around them: seen on any picture.
 * @param strength of the veil, 0..1
 * @param opacity of it all, 0..1
 */
export function drawRegion(
  context: CanvasRenderingContext2D,
  region: Region,
  lattice: Lattice,
  color: string,
  scale: number,
  strength = 0.4,
  opacity = 1,
): void {
  const edges = new Path2D();
  // Filled at once: cells that are filled one by one show where they meet.
  const veil = new Path2D();
  for (let cell = 0; cell < region.length; cell++) {
    if (region[cell] === 0) continue;
    const column = cell % lattice.columns;
    const row = Math.floor(cell / lattice.columns);
    const [x, y] = [column * LAYOUT_CELL_PIXELS, row * LAYOUT_CELL_PIXELS];
    veil.rect(x, y, LAYOUT_CELL_PIXELS, LAYOUT_CELL_PIXELS);
    const kept = (r: number, c: number) =>
      r < 0 || c < 0 || r >= lattice.rows || c >= lattice.columns || region[r * lattice.columns + c] === 0;
    if (kept(row - 1, column)) line(edges, x, y, LAYOUT_CELL_PIXELS, 0);
    if (kept(row + 1, column)) line(edges, x, y + LAYOUT_CELL_PIXELS, LAYOUT_CELL_PIXELS, 0);
    if (kept(row, column - 1)) line(edges, x, y, 0, LAYOUT_CELL_PIXELS);
    if (kept(row, column + 1)) line(edges, x + LAYOUT_CELL_PIXELS, y, 0, LAYOUT_CELL_PIXELS);
  }
  context.fillStyle = color;
  context.globalAlpha = strength * opacity;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, and no array.
  context.fill(veil);
  context.globalAlpha = opacity;
  for (const [style, width] of [
    ['rgb(0 0 0 / 75%)', 3],
    ['#fff', 1.25],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width / scale;
    context.stroke(edges);
  }
  context.globalAlpha = 1;
}

function line(path: Path2D, x: number, y: number, dx: number, dy: number): void {
  path.moveTo(x, y);
  path.lineTo(x + dx, y + dy);
}
