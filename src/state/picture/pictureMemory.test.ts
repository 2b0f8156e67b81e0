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

test('pixels are copied when they have changed, and not for being asked to be remembered again', () => {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  const memory = new PictureMemory();
  painted.tokens.fill(1);
  painted.putPicture(painted.picture.slice().fill(10));
  memory.remember(painted);
  const first = memory.find(painted)?.picture;
  painted.layoutChanged({ x: 0, y: 0, width: 8, height: 8 });
  memory.remember(painted);
  expect(memory.find(painted)?.picture).toBe(first);

  painted.putPicture(painted.picture.slice().fill(20));
  memory.remember(painted);
  const second = memory.find(painted)?.picture;
  expect(second?.[0]).toBe(20);
  expect(first?.[0]).toBe(10);

  // Another one comes, and the one before it is shown again.
  painted.tokens.fill(2);
  painted.putPicture(painted.picture.slice().fill(30));
  memory.remember(painted);
  painted.tokens.fill(1);
  memory.show(painted);
  expect(painted.picture[0]).toBe(20);
  memory.remember(painted);
  expect(memory.find(painted)?.picture).toBe(second);
});
