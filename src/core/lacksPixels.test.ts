import { expect, it } from 'vitest';
import { lacksPixels } from './lacksPixels.ts';

const LATTICE = { rows: 8, columns: 12 };
const WIDTH = 192;

/** A picture of which some cells are sampled and some are decoded. */
function pictureOf(isSampled: (cell: number) => boolean, isDecoded: (cell: number) => boolean) {
  const tokens = Int16Array.from({ length: 96 }, (_, cell) => (isSampled(cell) ? 7 : -1));
  const picture = new Uint8ClampedArray(4 * WIDTH * 128).map((_, at) => {
    const x = Math.floor(at / 4) % WIDTH;
    const y = Math.floor(at / 4 / WIDTH);
    return isDecoded(Math.floor(y / 16) * 12 + Math.floor(x / 16)) ? 255 : 0;
  });
  return { lattice: LATTICE, tokens, picture };
}

it('pixels are missing exactly where a cell has its token and is transparent', () => {
  const all = () => true;
  const none = () => false;
  expect(lacksPixels(pictureOf(none, none))).toBe(false);
  expect(lacksPixels(pictureOf(all, all))).toBe(false);
  expect(lacksPixels(pictureOf(all, none))).toBe(true);
  for (const odd of [0, 11, 12, 50, 95]) {
    expect(lacksPixels(pictureOf(all, (cell) => cell !== odd))).toBe(true);
    expect(lacksPixels(pictureOf((cell) => cell === odd, none))).toBe(true);
    expect(
      lacksPixels(
        pictureOf(
          (cell) => cell !== odd,
          (cell) => cell !== odd,
        ),
      ),
    ).toBe(false);
  }
});
