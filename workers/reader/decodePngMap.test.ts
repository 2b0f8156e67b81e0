import { encode } from 'fast-png';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IoError } from '../../src/core/problem.ts';
import { conventionsWith } from '../../src/core/conventions/conventions.ts';
import { TRANSPARENT } from '../../src/core/conventions/labelMap.ts';
import { readLabelMap } from '../../src/core/conventions/readLabelMap.ts';
import { displayP3Profile } from '../../src/core/testing/iccProfile.ts';
import { pngBytes } from '../testing/pngBytes.ts';
import { decodePngMap } from './decodePngMap.ts';

const SIDE = 64;
const WHAT = 'The map';
const numbers = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => (at * 7) % 13);

/** Packs numbers of a depth into rows. */
function packed(depth: number): Uint8Array[] {
  const mask = 2 ** depth - 1;
  return Array.from({ length: SIDE }, (_, y) => {
    const row = new Uint8Array(Math.ceil((SIDE * depth) / 8));
    for (let x = 0; x < SIDE; x++) {
      const bit = x * depth;
      row[bit >> 3]! |= (numbers[y * SIDE + x]! & mask) << (8 - depth - (bit & 7));
    }
    return row;
  });
}

/** Bytes as the rows of a picture of `SIDE` rows. */
function rowsOf(data: Uint8Array): Uint8Array[] {
  const length = data.length / SIDE;
  return Array.from({ length: SIDE }, (_, y) => data.slice(y * length, (y + 1) * length));
}

/** Whether it was read; a refusal is the only other answer that there may be. */
function isRead(bytes: Uint8Array): boolean {
  try {
    const { width, height, values } = decodePngMap(bytes, WHAT);
    if (values.length !== width * height) throw new Error('Some pixels have no value.');
    return true;
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return false;
  }
}

describe('reading the pixels of a PNG map', () => {
  it.each([1, 2, 4, 8])('keeps the indices of a palette of %i bits', (depth) => {
    const palette = Array.from({ length: 2 ** depth }, (_, index) => index * 0x010101);
    const bytes = pngBytes({ width: SIDE, height: SIDE, depth, colorType: 3, palette, rows: packed(depth) });
    const map = decodePngMap(bytes, WHAT);
    expect(map).toMatchObject({ by: 'index', palette, lossy: false });
    expect(Array.from(map.values)).toEqual(Array.from(numbers, (value) => value & (2 ** depth - 1)));
  });

  it.each([1, 2, 4, 8])('reads grey of %i bits as numbers', (depth) => {
    const bytes = pngBytes({ width: SIDE, height: SIDE, depth, colorType: 0, rows: packed(depth) });
    expect(Array.from(decodePngMap(bytes, WHAT).values)).toEqual(Array.from(numbers, (v) => v & (2 ** depth - 1)));
  });

  it('reads grey of 16 bits as numbers', () => {
    const data = Uint16Array.from(numbers, (value) => value * 300);
    const map = decodePngMap(encode({ width: SIDE, height: SIDE, data, depth: 16, channels: 1 }), WHAT);
    expect(Array.from(map.values)).toEqual(Array.from(data));
  });

  it.each([3, 4])('reads %i channels as colours, and as numbers where all three are alike', (channels) => {
    const colored = Uint8Array.from({ length: SIDE * SIDE * channels }, (_, at) => (at * 31) % 256);
    const map = decodePngMap(encode({ width: SIDE, height: SIDE, data: colored, channels }), WHAT);
    expect(map.by).toBe('color');
    expect(map.values[1]).toBe((colored[channels]! << 16) | (colored[channels + 1]! << 8) | colored[channels + 2]!);
    const grey = Uint8Array.from({ length: SIDE * SIDE * channels }, (_, at) => numbers[Math.floor(at / channels)]!);
    const numbered = decodePngMap(encode({ width: SIDE, height: SIDE, data: grey, channels }), WHAT);
    expect(numbered.by).toBe('index');
    expect(Array.from(numbered.values)).toEqual(Array.from(numbers));
  });

  it('reads an interlaced PNG like any other', () => {
    const image = { width: SIDE, height: SIDE, data: numbers, channels: 1 } as const;
    const plain = decodePngMap(encode(image), WHAT);
    expect(decodePngMap(encode(image, { interlace: 'Adam7' }), WHAT)).toEqual(plain);
  });

  it('says so where interlacing and few bits meet', () => {
    const bytes = pngBytes({ width: SIDE, height: SIDE, depth: 2, colorType: 0, interlace: 1, rows: packed(2) });
    expect(() => decodePngMap(bytes, WHAT)).toThrow('interlaced');
  });

  it.each([
    [63, 64],
    [64, 8193],
    [2 ** 31, 2 ** 31],
    [0, 64],
  ])('refuses a declared size of %i x %i before anything is unpacked', (width, height) => {
    const bytes = pngBytes({ width, height, depth: 8, colorType: 0, rows: [] });
    expect(() => decodePngMap(bytes, WHAT)).toThrow(/map-size.*"maximum":8192/);
  });

  it('refuses what would unpack to more than the bound', () => {
    const bytes = pngBytes({ width: 8192, height: 8192, depth: 16, colorType: 6, rows: [] });
    expect(() => decodePngMap(bytes, WHAT)).toThrow('unpacks-too-large');
  });

  it('refuses a few bytes that unpack to very many', () => {
    const rows = [new Uint8Array(4_000_000)];
    const bytes = pngBytes({ width: SIDE, height: SIDE, depth: 8, colorType: 0, rows });
    expect(() => decodePngMap(bytes, WHAT)).toThrow('damaged');
  });

  it('refuses a file that says its size twice: the second would be gone by, and was never looked at', () => {
    const rows = rowsOf(numbers);
    for (const side of [0, 1, SIDE, 65_536]) {
      const data = new Uint8Array(13);
      new DataView(data.buffer).setUint32(0, side);
      new DataView(data.buffer).setUint32(4, SIDE);
      data[8] = 8;
      const bytes = pngBytes({
        width: SIDE,
        height: SIDE,
        depth: 8,
        colorType: 0,
        rows,
        more: [{ type: 'IHDR', data }],
      });
      expect(() => decodePngMap(bytes, WHAT)).toThrow('damaged');
    }
  });

  it('ignores a colour profile, however large it says it is', () => {
    const more = [{ type: 'iCCP', data: Uint8Array.of(65, 0, 0, 1, 2, 3) }];
    const bytes = pngBytes({ width: SIDE, height: SIDE, depth: 8, colorType: 0, rows: packed(8), more });
    expect(Array.from(decodePngMap(bytes, WHAT).values)).toEqual(Array.from(numbers));
  });

  it('has nothing where a pixel is transparent: by alpha, by a palette’s, by a colour, by a number', () => {
    const size = { width: SIDE, height: SIDE };
    const half = (SIDE * SIDE) / 2;
    const isClear = (at: number) => at < half;
    const rgba = Uint8Array.from({ length: 4 * SIDE * SIDE }, (_, n) => {
      const at = n >> 2;
      return isClear(at) ? 0 : [123, 200, 0, 255][n & 3]!;
    });
    const rows = (pixel: readonly number[]) =>
      Array.from({ length: SIDE }, (_, y) =>
        Uint8Array.from({ length: SIDE * pixel.length }, (_x, n) => (isClear(y * SIDE) ? 0 : pixel[n % pixel.length]!)),
      );
    const trns = (...data: readonly number[]) => [{ type: 'tRNS', data: Uint8Array.from(data) }];
    const maps = [
      encode({ ...size, data: rgba, channels: 4 }),
      pngBytes({ ...size, depth: 8, colorType: 4, rows: rows([9, 255]) }),
      pngBytes({ ...size, depth: 8, colorType: 3, palette: [0, 0x7bc800], rows: rows([1]), more: trns(0) }),
      pngBytes({ ...size, depth: 8, colorType: 2, rows: rows([123, 200, 0]), more: trns(0, 0, 0, 0, 0, 0) }),
      pngBytes({ ...size, depth: 8, colorType: 0, rows: rows([9]), more: trns(0, 0) }),
    ].map((bytes) => decodePngMap(bytes, WHAT));
    for (const { values } of maps) {
      expect(values.every((value, at) => (value === TRANSPARENT) === isClear(at))).toBe(true);
    }
    expect(maps.map(({ values }) => values[half])).toEqual([0x7bc800, 9, 1, 0x7bc800, 9]);
  });

  it('takes an alpha channel that is nowhere opaque for what it is: something else', () => {
    const data = Uint8Array.from({ length: 2 * SIDE * SIDE }, (_, n) => (n % 2 === 0 ? 7 : n % 5));
    const { values } = decodePngMap(
      pngBytes({ width: SIDE, height: SIDE, depth: 8, colorType: 4, rows: rowsOf(data) }),
      WHAT,
    );
    expect(values.every((value) => value === 7)).toBe(true);
  });

  it('has the colours that stand in the file, and what a profile makes of them beside it', () => {
    const data = new Uint8Array(3 * SIDE * SIDE).map((_, n) => [0x8d, 0xc6, 0x3c][n % 3]!);
    const packedProfile = [...new TextEncoder().encode('P3'), 0, 0, ...zlibSync(displayP3Profile())];
    for (const more of [
      [{ type: 'iCCP', data: Uint8Array.from(packedProfile) }],
      [{ type: 'cICP', data: Uint8Array.of(12, 13, 0, 1) }],
    ]) {
      const rows = rowsOf(data);
      const map = decodePngMap(pngBytes({ width: SIDE, height: SIDE, depth: 8, colorType: 2, rows, more }), WHAT);
      expect(map.values[0]).toBe(0x8dc63c);
      const { convention, exact, regions } = readLabelMap(map, conventionsWith());
      expect({ convention, exact, regions }).toMatchObject({
        convention: 'gaugan',
        exact: 1,
        regions: [{ classId: 7 }],
      });
    }
  });

  it('answers every damage with a refusal or with a right reading', () => {
    const originals = [
      encode({ width: SIDE, height: SIDE, data: numbers, channels: 1 }),
      encode({ width: SIDE, height: SIDE, data: numbers, channels: 1 }, { interlace: 'Adam7' }),
      pngBytes({
        width: SIDE,
        height: SIDE,
        depth: 4,
        colorType: 3,
        palette: Array(16).fill(0x336699),
        rows: packed(4),
      }),
      encode({ width: SIDE, height: SIDE, data: new Uint16Array(SIDE * SIDE * 3).fill(999), channels: 3, depth: 16 }),
    ];
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
        (original, flips, cut) => {
          const bytes = original.slice(0, cut === null ? undefined : Math.floor(original.length * cut));
          // Most of the damage where it hurts: in the header and the palette.
          for (const [at, value] of flips) if (bytes.length > 0) bytes[at % Math.min(bytes.length, 200)] = value;
          if (!isRead(bytes)) refused++;
        },
      ),
      { numRuns: 4000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it('answers nonsense whose checksums are right with a refusal or with a right reading', () => {
    let readings = 0;
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 60, max: 70 }),
          height: fc.integer({ min: 60, max: 70 }),
          depth: fc.constantFrom(0, 1, 2, 3, 4, 8, 16, 32),
          colorType: fc.integer({ min: 0, max: 7 }),
          interlace: fc.integer({ min: 0, max: 2 }),
        }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 600 }),
        fc.option(fc.array(fc.nat(0xffffff), { maxLength: 300 })),
        fc.array(fc.constantFrom('tRNS', 'iCCP', 'gAMA', 'abcd'), { maxLength: 2 }),
        fc.nat(255),
        (header, count, length, palette, types, value) => {
          const rows = Array.from({ length: count }, () => new Uint8Array(length).fill(value));
          const more = types.map((type) => ({ type, data: Uint8Array.of(value, 0, 1, 2) }));
          const bytes = pngBytes({ ...header, rows, more, ...(palette && { palette }) });
          if (isRead(bytes)) readings++;
        },
      ),
      {
        numRuns: 2000,
        examples: [[{ width: 64, height: 64, depth: 8, colorType: 0, interlace: 0 }, 64, 64, null, ['tRNS'], 7]],
      },
    );
    expect(readings).toBeGreaterThan(0);
  });
});
