import { LAYOUT_CELL_PIXELS, EMPTY_TOKEN, layoutWidth, type Lattice } from './lattice.ts';

interface DecodedPicture {
  readonly lattice: Lattice;
  /** [rows, columns], -1: empty. */
  readonly tokens: Int16Array;
  /** RGBA; alpha 0 where nothing was decoded. */
  readonly picture: Uint8ClampedArray;
}

/** Whether some cell has its token and not its pixels. Cells are decoded as a whole: one pixel speaks for each. */
export function lacksPixels({ lattice, tokens, picture }: DecodedPicture): boolean {
  const { columns } = lattice;
  const width = layoutWidth(lattice);
  return tokens.some((token, cell) => {
    if (token === EMPTY_TOKEN) return false;
    const at = Math.floor(cell / columns) * LAYOUT_CELL_PIXELS * width + (cell % columns) * LAYOUT_CELL_PIXELS;
    return picture[4 * at + 3] === 0;
  });
}
