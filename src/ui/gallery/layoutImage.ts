import { SUB_CELLS } from '../../core/lattice.ts';
import type { LayoutClass } from '../../core/classes.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';

/** A shared picture's layout, a pixel a sub-cell, in the colours of its classes: one image and no rectangles. */
export function layoutImage(
  { subCells, lattice }: Pick<SharedPicture, 'subCells' | 'lattice'>,
  palette: readonly Pick<LayoutClass, 'id' | 'color'>[],
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = lattice.columns * SUB_CELLS;
  canvas.height = lattice.rows * SUB_CELLS;
  const image = new ImageData(canvas.width, canvas.height);
  const words = new Uint32Array(image.data.buffer);
  const colors = new Map(palette.map(({ id, color }) => [id, wordOf(color)]));
  for (const [at, id] of subCells.entries()) words[at] = colors.get(id) ?? OPAQUE;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

const OPAQUE = 0xff000000;

/** #rrggbb as RGBA lies in memory on the little-endian machines that there are. */
function wordOf(color: string): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return (OPAQUE | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
