import { expect, test } from 'vitest';
import { PICTURE_CELL_PIXELS } from '../../core/picturePixels.ts';
import { CandidatePixels } from './candidatePixels.ts';

const lattice = { rows: 4, columns: 8 };

test.each(PICTURE_CELL_PIXELS)(
  'a candidate looks like the picture but for its own tiles, of which it keeps what is seen: %i a cell',
  (cellPixels) => {
    // Each pixel of the picture says in which cell it lies.
    const width = lattice.columns * cellPixels;
    const cellAt = (n: number) =>
      Math.floor(n / width / cellPixels) * lattice.columns + Math.floor((n % width) / cellPixels);
    const picture = Uint8ClampedArray.from({ length: 4 * 32 * cellPixels ** 2 }, (_, n) => cellAt(Math.floor(n / 4)));
    const pixels = new CandidatePixels();
    pixels.begin(2, { lattice, picture, cellPixels }, { x: 32, y: 16, width: 48, height: 32 });
    expect(pixels.size).toMatchObject({ width: 3 * cellPixels, height: 2 * cellPixels });
    /** What the first pixel of each cell of a candidate shows. */
    const cells = (candidate: number) =>
      [0, 1, 2, 3, 4, 5].map((cell) => {
        const [row, column] = [Math.floor(cell / 3), cell % 3];
        return pixels.of(candidate)![4 * cellPixels * (row * cellPixels * 3 + column)];
      });
    expect(cells(0)).toEqual([10, 11, 12, 18, 19, 20]);
    pixels.put(1, { x: 64, y: 32, width: 64, height: 32 }, new Uint8ClampedArray(4 * 8 * cellPixels ** 2).fill(99));
    expect(cells(1)).toEqual([10, 11, 12, 18, 19, 99]);
    expect(cells(0)).toEqual([10, 11, 12, 18, 19, 20]);
    pixels.put(0, { x: 96, y: 0, width: 32, height: 64 }, new Uint8ClampedArray(4 * 8 * cellPixels ** 2).fill(99));
    expect(cells(0)).toEqual([10, 11, 12, 18, 19, 20]);
    // In the picture: its own cells, and around them the picture's.
    const seen = pixels.inPicture(1, { lattice, picture })!;
    const at = (cell: number) => seen[4 * cellPixels * (Math.floor(cell / 8) * cellPixels * 8 + (cell % 8))];
    expect([0, 9, 10, 19, 20, 21].map(at)).toEqual([0, 9, 10, 19, 99, 21]);
    expect(picture.includes(99)).toBe(false);
    expect(pixels.inPicture(1, { lattice, picture: picture.subarray(4) })).toBeUndefined();
    pixels.clear();
    expect(pixels.of(0)).toBeUndefined();
  },
);
