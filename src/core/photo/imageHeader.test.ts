import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { imageFormatOf, readImageHeader } from './imageHeader.ts';

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : [...part])),
  );
const big = (value: number, count: number) =>
  Array.from({ length: count }, (_, n) => (value >> (8 * (count - 1 - n))) & 255);
const little = (value: number, count: number) => big(value, count).toReversed();

const exif = bytesOf([0xff, 0xe1], big(2 + 6000, 2), Array<number>(6000).fill(0xc0));
const frame = (marker: number) => bytesOf([0xff, marker], big(17, 2), [8], big(480, 2), big(640, 2), [3]);

const SIZE = { width: 640, height: 480 };

const box = (type: string, ...parts: (string | readonly number[])[]) => {
  const content = [...bytesOf(...parts)];
  return [...bytesOf(big(8 + content.length, 4), type, content)];
};

/** AVIF and HEIC: boxes in boxes. Which of the sizes is the picture's own, and not that of its preview, the primary item says. */
function boxed(brand: string, sizes: readonly (typeof SIZE)[], own: number): Uint8Array<ArrayBuffer> {
  const version = [0, 0, 0, 0];
  const extents = sizes.flatMap(({ width, height }) => box('ispe', version, big(width, 4), big(height, 4)));
  // Item 7 has one property, and it is this one.
  const associations = box('ipma', version, big(1, 4), big(7, 2), [1, own]);
  const properties = box('iprp', box('ipco', extents), associations);
  return bytesOf(
    box('ftyp', brand, version, 'mif1'),
    box('meta', version, box('pitm', version, big(7, 2)), properties),
  );
}

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['png', encode({ ...SIZE, data: new Uint8Array(640 * 480), channels: 1 })],
  ['jpeg', bytesOf([0xff, 0xd8], [...exif], [0xff, 0xc4], big(20, 2), Array<number>(18).fill(0), [...frame(0xc2)])],
  ['gif', bytesOf('GIF89a', little(640, 2), little(480, 2))],
  [
    'webp',
    bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', little(10, 4), Array<number>(6).fill(0), little(640, 2), little(480, 2)),
  ],
  ['webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', little(10, 4), [0, 0, 0, 0], little(639, 3), little(479, 3))],
  ['webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8L', little(5, 4), [0x2f], little(639 + (479 << 14), 4))],
  ['avif', boxed('avif', [SIZE], 1)],
  ['heic', boxed('heic', [{ width: 320, height: 240 }, SIZE], 2)],
  ['bmp', bytesOf('BM', Array<number>(16).fill(0), little(640, 4), little(-480, 4))],
];

describe('the header of a picture', () => {
  test.each(FILES)('of %s says its size', (format, bytes) => {
    expect(readImageHeader(bytes)).toEqual({ format, size: SIZE });
  });

  test.each(FILES)('of %s that ends early says the format, and no size that is not there', (format, bytes) => {
    expect(readImageHeader(bytes.slice(0, 17))).toMatchObject({ format });
    for (let length = 16; length < Math.min(bytes.length, 60); length++) {
      expect([undefined, SIZE]).toContainEqual(readImageHeader(bytes.slice(0, length))?.size);
    }
  });

  test('of what is no picture is none', () => {
    expect(readImageHeader(bytesOf('hello, this is a letter'))).toBeUndefined();
    expect(imageFormatOf(new Uint8Array())).toBeUndefined();
  });

  test('of a JPEG without a frame is not looked for without end', () => {
    expect(readImageHeader(bytesOf([0xff, 0xd8, 0xff], Array<number>(5000).fill(0xff)))).toEqual({
      format: 'jpeg',
      size: undefined,
    });
  });
});
