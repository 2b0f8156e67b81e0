import { EMPTY_TOKEN, type Lattice } from './lattice.ts';
import { cellPixelsOf, pictureSize } from './picturePixels.ts';

interface DecodedPicture {
  readonly lattice: Lattice;
  /** [rows, columns], -1: empty. */
  readonly tokens: Int16Array;
  /** RGBA; alpha 0 where nothing was decoded. */
  readonly picture: Uint8ClampedArray;
}

/** Whether some cell has its token and not its pixels. Cells are decoded as a whole: one pixel speaks for each. */
export function lacksPixels({ lattice, tokens, picture }: DecodedPicture): boolean {
  const cellPixels = cellPixelsOf(picture, tokens.length);
  const { width } = pictureSize(lattice, cellPixels);
  return tokens.some((token, cell) => {
    if (token === EMPTY_TOKEN) return false;
    const at = (Math.floor(cell / lattice.columns) * width + (cell % lattice.columns)) * cellPixels;
    return picture[4 * at + 3] === 0;
  });
}
