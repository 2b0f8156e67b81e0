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
const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['png', encode({ ...SIZE, data: new Uint8Array(640 * 480), channels: 1 })],
  ['jpeg', bytesOf([0xff, 0xd8], [...exif], [0xff, 0xc4], big(20, 2), Array<number>(18).fill(0), [...frame(0xc2)])],
  ['gif', bytesOf('GIF89a', little(640, 2), little(480, 2))],
  ['webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', Array<number>(10).fill(0), little(640, 2), little(480, 2))],
  ['webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array<number>(8).fill(0), little(639, 3), little(479, 3))],
  ['webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], little(639 + (479 << 14), 4))],
  [
    'avif',
    bytesOf(
      big(24, 4),
      'ftypavif',
      Array<number>(40).fill(0),
      'ispe',
      big(0, 4),
      big(640, 4),
      big(480, 4),
      Array<number>(9).fill(0),
    ),
  ],
  [
    'heic',
    bytesOf(
      big(24, 4),
      'ftypheic',
      'ispe',
      big(0, 4),
      big(320, 4),
      big(240, 4),
      'ispe',
      big(0, 4),
      big(640, 4),
      big(480, 4),
      Array<number>(9).fill(0),
    ),
  ],
  ['bmp', bytesOf('BM', Array<number>(16).fill(0), little(640, 4), little(-480, 4))],
];

describe('the header of a picture', () => {
  test.each(FILES)('of %s says its size', (format, bytes) => {
    expect(readImageHeader(bytes)).toEqual({ format, size: SIZE });
  });

  test.each(FILES)('of %s that ends early says the format, and no size that is not there', (format, bytes) => {
    expect(readImageHeader(bytes.slice(0, 17))).toMatchObject({ format });
    for (let length = 16; length < Math.min(bytes.length, 60); length++) {
      // Of a HEIC's images the small one may come first.
      const possible = [undefined, SIZE, { width: 320, height: 240 }];
      expect(possible).toContainEqual(readImageHeader(bytes.slice(0, length))?.size);
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
