import { expect, it } from 'vitest';
import { PICTURE_CELL_PIXELS, pictureSize } from './picturePixels.ts';
import { lacksPixels } from './lacksPixels.ts';

const LATTICE = { rows: 8, columns: 12 };

/** A picture of which some cells are sampled and some are decoded. */
function pictureOf(side: number, isSampled: (cell: number) => boolean, isDecoded: (cell: number) => boolean) {
  const { width, height } = pictureSize(LATTICE, side);
  const tokens = Int16Array.from({ length: 96 }, (_, cell) => (isSampled(cell) ? 7 : -1));
  const picture = new Uint8ClampedArray(4 * width * height).map((_, at) => {
    const x = Math.floor(at / 4) % width;
    const y = Math.floor(at / 4 / width);
    return isDecoded(Math.floor(y / side) * 12 + Math.floor(x / side)) ? 255 : 0;
  });
  return { lattice: LATTICE, tokens, picture };
}

it.each(PICTURE_CELL_PIXELS)('pixels are missing exactly where a cell has its token and is transparent: %i', (side) => {
  const all = () => true;
  const none = () => false;
  expect(lacksPixels(pictureOf(side, none, none))).toBe(false);
  expect(lacksPixels(pictureOf(side, all, all))).toBe(false);
  expect(lacksPixels(pictureOf(side, all, none))).toBe(true);
  for (const odd of [0, 11, 12, 50, 95]) {
    expect(lacksPixels(pictureOf(side, all, (cell) => cell !== odd))).toBe(true);
    expect(lacksPixels(pictureOf(side, (cell) => cell === odd, none))).toBe(true);
    expect(
      lacksPixels(
        pictureOf(
          side,
          (cell) => cell !== odd,
          (cell) => cell !== odd,
        ),
      ),
    ).toBe(false);
  }
});
