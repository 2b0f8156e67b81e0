import { encode } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY, CLASSES } from '../core/classes.ts';
import { IoError } from '../core/problem.ts';
import { encodeLayoutPng } from '../../workers/files/layoutPng.ts';
import { decodeLayoutPng } from './layoutPng.ts';

const lattice = { rows: 8, columns: 12 };
const width = 192;
const height = 128;

function grey(ids: Uint8Array, size = { width, height }): Uint8Array {
  return encode({ ...size, data: ids, depth: 8, channels: 1 });
}

describe('a layout as a PNG', () => {
  it('comes back as it was, id by id', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 1, max: ANY })), (stream) => {
        const ids = Uint8Array.from(stream.take(width * height));
        const png = encodeLayoutPng({ width, height, ids }, CLASSES);
        expect(decodeLayoutPng(png, lattice, 'a.png')).toEqual({ width, height, ids });
      }),
      { numRuns: 10 },
    );
  });

  it('is read from a grey PNG too', () => {
    const ids = new Uint8Array(width * height).fill(9);
    expect(decodeLayoutPng(grey(ids), lattice, 'a.png').ids).toEqual(ids);
  });

  it('is refused with another size, before it is unpacked', () => {
    const png = grey(new Uint8Array(64 * 64).fill(1), { width: 64, height: 64 });
    expect(() => decodeLayoutPng(png, lattice, 'a.png')).toThrow(
      /wrong-size.*"width":64,"height":64.*"width":192,"height":128/,
    );
  });

  it('is refused where it says its size twice', () => {
    const png = grey(new Uint8Array(width * height).fill(1));
    // The signature takes 8 bytes, and the header 25 with its length and checksum.
    const twice = Uint8Array.of(...png.subarray(0, 33), ...png.subarray(8));
    expect(() => decodeLayoutPng(twice, lattice, 'a.png')).toThrow('damaged');
  });

  it('is refused with a class that is not there', () => {
    const ids = new Uint8Array(width * height).fill(1);
    ids[77] = 13;
    expect(() => decodeLayoutPng(grey(ids), lattice, 'a.png')).toThrow('"classId":13');
    ids[77] = 0;
    expect(() => decodeLayoutPng(grey(ids), lattice, 'a.png')).toThrow('"classId":0');
  });

  it('is refused in colour', () => {
    const png = encode({ width, height, data: new Uint8Array(3 * width * height), depth: 8, channels: 3 });
    expect(() => decodeLayoutPng(png, lattice, 'a.png')).toThrow('not-layout');
  });

  it('is refused wherever it is cut off or altered', () => {
    const png = encodeLayoutPng({ width, height, ids: new Uint8Array(width * height).fill(3) }, CLASSES);
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(() => decodeLayoutPng(png.subarray(0, at), lattice, 'a.png')).toThrow(IoError);
        const altered = Uint8Array.from(png);
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(() => decodeLayoutPng(altered, lattice, 'a.png')).toThrow(IoError);
      }),
    );
  });
});
