import { describe, expect, it } from 'vitest';
import { ANY } from '../core/classes.ts';
import type { Rect } from '../core/rect.ts';
import { createPaintDocument } from './createPaintDocument.ts';
import type { DocumentPart } from './paintDocument.ts';

const LATTICE = { rows: 8, columns: 12 };

function documentWithEars() {
  const painted = createPaintDocument(LATTICE);
  const heard: [DocumentPart, Rect][] = [];
  const stop = painted.subscribe((part, rect) => heard.push([part, rect]));
  return { painted, heard, stop };
}

describe('a document', () => {
  it('begins with "any" everywhere, no token and no picture', () => {
    const { painted } = documentWithEars();
    expect(painted.layout).toMatchObject({ width: 192, height: 128 });
    expect(painted.layout.ids.every((id) => id === ANY)).toBe(true);
    expect(painted.tokens.every((token) => token === -1)).toBe(true);
    expect(painted.picture.every((byte) => byte === 0)).toBe(true);
  });

  it('writes tokens by cell and tells of the rectangle that holds them', () => {
    const { painted, heard } = documentWithEars();
    painted.putTokens(Uint16Array.of(1, 14), Int16Array.of(7, 8));
    expect([painted.tokens[1], painted.tokens[14]]).toEqual([7, 8]);
    expect(heard).toEqual([['tokens', { x: 16, y: 0, width: 32, height: 32 }]]);
    expect(painted.revision).toEqual({ layout: 0, tokens: 1, picture: 0 });
  });

  it('lays own pixels over tiles, and lets go of them where a cell gets another token', () => {
    const { painted } = documentWithEars();
    const tokens = Int16Array.from({ length: 96 }, (_, cell) => cell);
    painted.putTokens(Uint16Array.from(tokens.keys()), tokens);
    const own = { kept: new Uint8Array(96).fill(1), pixels: painted.picture.slice().fill(255).fill(7, 0, 4) };
    painted.setOwn(own);
    const whole = { x: 0, y: 0, width: 192, height: 128 };
    const tile = new Uint8ClampedArray(192 * 128 * 4).fill(99);
    painted.putTile(whole, tile);
    expect(painted.picture).toEqual(own.pixels);
    expect(tile.every((byte) => byte === 99)).toBe(true);
    // The same token leaves the cell as it is.
    painted.putTokens(Uint16Array.of(0, 1), Int16Array.of(0, 500));
    expect([painted.own?.kept[0], painted.own?.kept[1]]).toEqual([1, 0]);
    expect(own.kept[1]).toBe(1);
    painted.putTile(whole, tile);
    expect(painted.picture[4 * 24]).toBe(99);
    painted.clearPicture();
    expect(painted.own).toBeUndefined();
    expect(() => painted.setOwn({ ...own, kept: new Uint8Array(5) })).toThrow(RangeError);
  });

  it('writes a tile where it belongs', () => {
    const { painted, heard } = documentWithEars();
    const rect = { x: 16, y: 32, width: 32, height: 16 };
    painted.putTile(rect, new Uint8ClampedArray(32 * 16 * 4).fill(9));
    const written = [...painted.picture.keys()].filter((at) => painted.picture[at] === 9);
    expect(written).toHaveLength(32 * 16 * 4);
    expect(written[0]).toBe((32 * 192 + 16) * 4);
    expect(heard).toEqual([['picture', rect]]);
  });

  it('refuses what does not fit and stays as it was', () => {
    const { painted, heard } = documentWithEars();
    const tooFar = { x: 176, y: 0, width: 32, height: 16 };
    expect(() => painted.putTile(tooFar, new Uint8ClampedArray(32 * 16 * 4))).toThrow(RangeError);
    expect(() => painted.putTile({ ...tooFar, x: 0 }, new Uint8ClampedArray(4))).toThrow(RangeError);
    expect(() => painted.putTokens(Uint16Array.of(96), Int16Array.of(1))).toThrow(RangeError);
    expect(() => painted.putTokens(Uint16Array.of(1, 2), Int16Array.of(1))).toThrow(RangeError);
    expect(() => painted.reset({ lattice: { rows: 7, columns: 8 } })).toThrow(RangeError);
    expect(() => painted.reset({ lattice: LATTICE, tokens: new Int16Array(3) })).toThrow(RangeError);
    expect(painted.tokens.every((token) => token === -1)).toBe(true);
    expect(heard).toEqual([]);
  });

  it('is replaced as a whole, by copies', () => {
    const { painted, heard } = documentWithEars();
    const layout = new Uint8Array(128 * 128).fill(3);
    painted.reset({ lattice: { rows: 8, columns: 8 }, layout });
    layout.fill(5);
    expect(painted.layout).toMatchObject({ width: 128, height: 128 });
    expect(painted.layout.ids.every((id) => id === 3)).toBe(true);
    expect(painted.tokens).toHaveLength(64);
    expect(heard).toEqual([['all', { x: 0, y: 0, width: 128, height: 128 }]]);
    expect(painted.revision).toEqual({ layout: 1, tokens: 1, picture: 1 });
  });

  it('loses tokens and picture, not the layout, before a new job', () => {
    const { painted, heard } = documentWithEars();
    painted.layout.ids.fill(3);
    painted.putTokens(Uint16Array.of(1), Int16Array.of(7));
    painted.clearPicture();
    expect(painted.tokens.every((token) => token === -1)).toBe(true);
    expect(painted.layout.ids.every((id) => id === 3)).toBe(true);
    expect(heard.map(([part]) => part)).toEqual(['tokens', 'tokens', 'picture']);
  });

  it('does not speak of changes outside it, nor to those who have left', () => {
    const { painted, heard, stop } = documentWithEars();
    painted.layoutChanged({ x: 500, y: 0, width: 10, height: 10 });
    painted.layoutChanged({ x: 180, y: 120, width: 100, height: 100 });
    expect(heard).toEqual([['layout', { x: 180, y: 120, width: 12, height: 8 }]]);
    stop();
    painted.layoutChanged({ x: 0, y: 0, width: 10, height: 10 });
    expect(heard).toHaveLength(1);
  });
});
