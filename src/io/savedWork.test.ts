import { describe, expect, it } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { PICTURE_CELL_PIXELS } from '../core/picturePixels.ts';
import { parseSavedWork, workOf } from './savedWork.ts';

const work = workOf(createPaintDocument({ rows: 8, columns: 12 }), { mood: 1 });

describe('the saved work', () => {
  it('is taken as it was written', () => {
    expect(parseSavedWork(structuredClone(work))).toEqual(work);
  });

  it('has the own pixels of a photograph, where there is one', () => {
    const painted = createPaintDocument({ rows: 8, columns: 12 });
    painted.setOwn({ kept: new Uint8Array(96).fill(1, 0, 9), pixels: painted.picture.slice().fill(255) });
    const saved = workOf(painted, {});
    expect(parseSavedWork(structuredClone(saved))?.own).toEqual(painted.own);
    const kept = saved.own!.kept.map((cell) => 2 * cell);
    expect(parseSavedWork({ ...saved, own: { ...saved.own, kept } })).toBeUndefined();
    expect(parseSavedWork({ ...saved, own: { ...saved.own, pixels: new Uint8ClampedArray(4) } })).toBeUndefined();
  });

  it('of version 1 is still read, and a picture of any decoder', () => {
    const { lattice, layout, tokens } = work;
    for (const cellPixels of PICTURE_CELL_PIXELS) {
      const picture = new Uint8ClampedArray(4 * 96 * cellPixels ** 2);
      const old = { version: 1, lattice, layout, tokens, picture, page: {} };
      expect(parseSavedWork(old)?.picture).toBe(picture);
      const own = { kept: new Uint8Array(96).fill(1), pixels: new Uint8ClampedArray(4 * 96 * 16 ** 2) };
      expect(parseSavedWork({ ...old, version: 2, own })?.own?.pixels).toBe(own.pixels);
      expect(parseSavedWork({ ...old, picture: picture.subarray(4) })).toBeUndefined();
    }
  });

  it('has no pixels where a decoder of another size has made them, so that they are made when it is opened', () => {
    const painted = createPaintDocument(work.lattice);
    const cells = Uint16Array.from({ length: 96 }, (_, cell) => cell);
    painted.putTokens(cells, new Int16Array(96).fill(7));
    painted.putPicture(painted.picture.map(() => 255));
    painted.putTile({ x: 0, y: 0, width: 192, height: 16 }, new Uint8ClampedArray(4 * 384 * 32).fill(200));
    const { picture } = workOf(painted, {});
    expect(picture).toHaveLength(4 * 384 * 256);
    expect([picture[0], picture[4 * 384 * 31], picture[4 * 384 * 32 + 3]]).toEqual([200, 200, 0]);
    expect(painted.picture[4 * 384 * 32]).toBe(255);
  });

  it('is the picture of before while half of another one lies over it', () => {
    const painted = createPaintDocument({ rows: 8, columns: 12 });
    painted.putTokens(Uint16Array.of(5), Int16Array.of(7));
    const before = structuredClone(workOf(painted, {}));
    painted.setHeld({ tokens: painted.tokens.slice(), picture: painted.picture.slice(), own: undefined });
    painted.putTokens(Uint16Array.of(5), Int16Array.of(9));
    painted.putTile({ x: 0, y: 0, width: 1, height: 1 }, Uint8ClampedArray.of(1, 2, 3, 255));
    painted.layout.ids.fill(3);
    expect(workOf(painted, {})).toEqual({ ...before, layout: before.layout.fill(3) });
    painted.setHeld(undefined);
    expect(workOf(painted, {}).tokens[5]).toBe(9);
  });

  it.each([
    ['nothing', undefined],
    ['something else', 'work'],
    ['another version', { ...work, version: 3 }],
    ['a lattice of another size', { ...work, lattice: { rows: 8, columns: 8 } }],
    ['a lattice that cannot be', { ...work, lattice: { rows: 1e9, columns: 8 } }],
    ['a layout that is no array of bytes', { ...work, layout: Array.from(work.layout) }],
    ['a class that is not there', { ...work, layout: work.layout.map(() => 0) }],
    ['a token below -1', { ...work, tokens: work.tokens.map(() => -2) }],
    ['a page that is too much', { ...work, page: 'x'.repeat(100_000) }],
  ])('is not taken if it is %s', (_, value) => {
    expect(parseSavedWork(value)).toBeUndefined();
  });
});
