import { expect, test } from 'vitest';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import { PictureMemory } from './pictureMemory.ts';

/** The largest that is painted at once, of 32 pixels a cell: 2048 x 1024. */
const LARGEST = { rows: 32, columns: 64 };
const BYTES = 4 * 2048 * 1024;

test('of twenty of the largest pictures the last six are remembered, and an only one however large', () => {
  const painted = createPaintDocument(LARGEST);
  painted.setCellPixels(32);
  const memory = new PictureMemory();
  for (let token = 0; token < 20; token++) {
    painted.tokens.fill(token);
    memory.remember(painted);
  }
  const found = Array.from({ length: 20 }, (_, token) => {
    const tokens = new Int16Array(2048).fill(token);
    return memory.find({ lattice: LARGEST, tokens, own: undefined })?.picture.length;
  });
  expect(found.filter((length) => length !== undefined)).toEqual(Array(6).fill(BYTES));
  expect(found.slice(-6)).not.toContain(undefined);

  const small = new PictureMemory(1000);
  small.remember(painted);
  expect(small.find(painted)?.picture).toHaveLength(BYTES);
});
