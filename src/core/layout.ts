import { ANY } from './classes.ts';
import type { Size } from './rect.ts';
import { layoutHeight, layoutWidth, SUB_CELL_PIXELS, SUB_CELLS, type Lattice } from './lattice.ts';

/** The person's map of class ids at layout resolution, or a part of it, row by row. */
export interface Layout extends Size {
  readonly ids: Uint8Array;
}

export function emptyLayout(lattice: Lattice): Layout {
  const width = layoutWidth(lattice);
  const height = layoutHeight(lattice);
  return { width, height, ids: new Uint8Array(width * height).fill(ANY) };
}

/**
 * What the model sees of a layout: the most frequent class of each sub-cell of 4 x 4 pixels (ties: the lowest id).
 * @returns class ids [4 * rows, 4 * columns]
 */
export function subCellsOf(layout: Layout, lattice: Lattice): Uint8Array<ArrayBuffer> {
  const rows = lattice.rows * SUB_CELLS;
  const columns = lattice.columns * SUB_CELLS;
  if (layout.width !== columns * SUB_CELL_PIXELS || layout.height !== rows * SUB_CELL_PIXELS) {
    throw new RangeError(`A layout of ${layout.width} x ${layout.height} pixels does not fit the lattice.`);
  }
  const subCells = new Uint8Array(rows * columns);
  const counts = new Uint8Array(ANY + 1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      for (let y = 0; y < SUB_CELL_PIXELS; y++) {
        const start = (row * SUB_CELL_PIXELS + y) * layout.width + column * SUB_CELL_PIXELS;
        for (let x = 0; x < SUB_CELL_PIXELS; x++) {
          const id = layout.ids[start + x] ?? ANY;
          counts[id] = (counts[id] ?? 0) + 1;
        }
      }
      let best = 0;
      for (let id = 1; id <= ANY; id++) if ((counts[id] ?? 0) > (counts[best] ?? 0)) best = id;
      subCells[row * columns + column] = best;
    }
  }
  return subCells;
}
