import { SUB_CELLS } from '../../core/lattice.ts';
import type { LayoutClass } from '../../core/classes.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { idImage } from '../idImage.ts';

/** A shared picture's layout, a pixel a sub-cell, in the colours of its classes: one image and no rectangles. */
export function layoutImage(
  { subCells, lattice }: Pick<SharedPicture, 'subCells' | 'lattice'>,
  palette: readonly Pick<LayoutClass, 'id' | 'color'>[],
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = lattice.columns * SUB_CELLS;
  canvas.height = lattice.rows * SUB_CELLS;
  canvas.getContext('2d')?.putImageData(idImage(subCells, canvas, palette), 0, 0);
  return canvas;
}
