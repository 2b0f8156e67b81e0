import { expect, test } from 'vitest';
import { createPaintDocument } from './createPaintDocument.ts';
import { createCellRegion } from './cellRegion.ts';

const lattice = { rows: 8, columns: 12 };

test('what is marked is counted, told, turned over and taken away', () => {
  const region = createCellRegion(createPaintDocument(lattice));
  let told = 0;
  region.subscribe(() => told++);
  region.setRect({ x: 2, y: 1, width: 3, height: 2 });
  expect(region.size).toBe(6);
  expect(region.cells[1 * 12 + 2]).toBe(1);
  region.invert();
  expect(region.size).toBe(90);
  region.markPath({ x: 0, y: 0 }, { x: 0, y: 0 }, 8, 0);
  expect(region.size).toBe(89);
  region.markPath({ x: 0, y: 0 }, { x: 0, y: 0 }, 8, 0);
  expect(told).toBe(3);
  region.clear();
  expect(region.size).toBe(0);
});

test('another lattice has nothing marked, and cells of another one are refused', () => {
  const document = createPaintDocument(lattice);
  const region = createCellRegion(document);
  region.setRect({ x: 0, y: 0, width: 12, height: 4 });
  document.reset({ lattice: { rows: 12, columns: 8 } });
  expect(region.size).toBe(0);
  expect(region.cells).toHaveLength(96);
  expect(() => region.set(new Uint8Array(5))).toThrow('5 cells where the lattice has 96');
});
