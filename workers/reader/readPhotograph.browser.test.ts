import { encode } from 'fast-png';
import { GIFEncoder } from 'gifenc';
import { afterEach, describe, expect, it } from 'vitest';
import { IoError, type Problem } from '../../src/core/problem.ts';
import { CLASSES } from '../../src/core/classes.ts';
import { createPictureReader, type PictureReaderClient } from '../../src/engine/createPictureReader.ts';
import { CMYK_JPEG } from '../testing/cmykJpeg.ts';

let reader: PictureReaderClient;
afterEach(() => reader.dispose());

type Color = readonly [number, number, number];

function fileOf(bytes: BlobPart, name = 'photo'): File {
  return new File([bytes], name);
}

async function jpegOf(width: number, height: number, colorAt: (x: number, y: number) => string): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      context.fillStyle = colorAt(x, y);
      context.fillRect(x, y, 8, 8);
    }
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer());
}

/** The JPEG with an EXIF segment that says how it is to be turned. */
function turned(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const content = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const segment = [0xff, 0xe1, 0, content.length + 2, ...content];
  return Uint8Array.from([0xff, 0xd8, ...segment, ...jpeg.subarray(2)]);
}

async function read(file: File) {
  reader = createPictureReader();
  const reply = await reader.open({ file, classes: CLASSES, as: 'photograph' });
  if (!reply.ok) throw new IoError(reply.problem);
  if (reply.value.kind !== 'photograph') throw new Error('It is a map.');
  return reply.value.photograph;
}

async function cut(width: number, height: number, crop = { x: 0, y: 0, width, height }) {
  const reply = await reader.cut({ crop, width, height });
  if (!reply.ok) throw new IoError(reply.problem);
  const { pixels, features } = reply.value;
  const at = (x: number, y: number) =>
    [...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)] as unknown as Color;
  return { pixels, features, at };
}

function expectNear(color: Color, expected: Color, off = 12): void {
  expect(Math.max(...color.map((value, n) => Math.abs(value - expected[n]!)))).toBeLessThanOrEqual(off);
}

async function problemOf(file: File): Promise<Problem | string> {
  reader = createPictureReader();
  const reply = await reader.open({ file, classes: CLASSES, as: 'photograph' });
  return reply.ok ? `It is a ${reply.value.kind}.` : reply.problem;
}

describe('a photograph in the reader’s worker', () => {
  it('gives a photograph of the lattice’s size back bit for bit', async () => {
    const data = Uint8Array.from({ length: 3 * 256 * 128 }, (_, at) => (at * 7 + (at >> 5)) % 256);
    const file = fileOf(new Uint8Array(encode({ width: 256, height: 128, data, channels: 3 })));
    expect(await read(file)).toMatchObject({ width: 256, height: 128, firstFrame: false });
    const { pixels } = await cut(256, 128);
    expect(pixels.filter((_, at) => at % 4 !== 3).every((value, at) => value === data[at])).toBe(true);
    expect(pixels.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  it.each([
    [1, 160, 96, [0, 0]],
    [3, 160, 96, [1, 1]],
    [6, 96, 160, [1, 0]],
    [8, 96, 160, [0, 1]],
  ] as const)('turns a JPEG upright as its EXIF orientation %d says', async (orientation, width, height, [x, y]) => {
    // Red in the corner that is stored first, blue elsewhere.
    const jpeg = await jpegOf(160, 96, (left, top) => (left < 32 && top < 32 ? '#d02020' : '#2030c0'));
    expect(await read(fileOf(turned(jpeg, orientation)))).toMatchObject({ width, height });
    const { at } = await cut(width, height);
    const corner = (right: number, bottom: number) => at(right === 1 ? width - 9 : 8, bottom === 1 ? height - 9 : 8);
    expectNear(corner(x, y), [0xd0, 0x20, 0x20]);
    expectNear(corner(1 - x, y), [0x20, 0x30, 0xc0]);
    expectNear(corner(x, 1 - y), [0x20, 0x30, 0xc0]);
  });

  it('turns a wide gamut into sRGB', async () => {
    const data = new Uint8Array(3 * 64 * 64).map((_, at) => [200, 100, 100][at % 3]!);
    const png = encode({ width: 64, height: 64, data, channels: 3 });
    // cICP: Display P3's primaries, sRGB's curve, all of the range. It stands right after the header.
    const chunk = withChecksum([...new TextEncoder().encode('cICP'), 12, 13, 0, 1]);
    const file = fileOf(Uint8Array.from([...png.subarray(0, 33), 0, 0, 0, 4, ...chunk, ...png.subarray(33)]));
    await read(file);
    // Redder than sRGB has it: 200, 100, 100 of P3 are 215, 94, 98 of sRGB.
    const color = (await cut(64, 64)).at(30, 30);
    expect(color).not.toEqual([200, 100, 100]);
    expectNear(color, [215, 94, 98], 3);
  });

  it('takes a CMYK JPEG by the colours that the browser makes of it', async () => {
    const bytes = Uint8Array.from(atob(CMYK_JPEG), (letter) => letter.codePointAt(0)!);
    expect(await read(fileOf(bytes))).toMatchObject({ width: 64, height: 64 });
    const [r, g, b] = (await cut(64, 64)).at(32, 32);
    // Much cyan, no yellow: blue, and not its negative.
    expect(b).toBeGreaterThan(150);
    expect(b).toBeGreaterThan(r + 60);
    expect(g).toBeGreaterThan(r);
  });

  it('takes the first frame of an animated GIF, and says so', async () => {
    const gif = GIFEncoder();
    const palette = [
      [200, 30, 30],
      [30, 30, 200],
    ];
    for (const frame of [0, 1]) gif.writeFrame(new Uint8Array(64 * 80).fill(frame), 64, 80, { palette, delay: 50 });
    gif.finish();
    expect(await read(fileOf(new Uint8Array(gif.bytes())))).toMatchObject({ width: 64, height: 80, firstFrame: true });
    expectNear((await cut(64, 80)).at(5, 5), [200, 30, 30], 2);
  });

  it('scales a large photograph down, and cuts any part of it at any size', async () => {
    const wide = new OffscreenCanvas(6000, 1000);
    const context = wide.getContext('2d')!;
    for (let x = 0; x < 6000; x += 100) {
      context.fillStyle = `rgb(${(x * 255) / 6000} 120 90)`;
      context.fillRect(x, 0, 100, 1000);
    }
    const { width, height } = await read(fileOf(await wide.convertToBlob({ type: 'image/webp', quality: 0.9 })));
    expect([width, height]).toEqual([4096, 683]);
    const { at } = await cut(256, 128, { x: 2048, y: 100, width: 1024, height: 512 });
    expectNear(at(0, 60), [127, 120, 90], 8);
    expectNear(at(255, 60), [191, 120, 90], 8);
  });

  it('lays what is transparent on white', async () => {
    const file = fileOf(
      new Uint8Array(encode({ width: 64, height: 64, data: new Uint8Array(4 * 64 * 64), channels: 4 })),
    );
    await read(file);
    expect((await cut(64, 64)).at(3, 3)).toEqual([255, 255, 255]);
  });

  it('says what it cannot read, and what is too large before it is unpacked', async () => {
    const frame = [0xff, 0xc0, 0, 17, 8, 0x27, 0x10, 0x27, 0x10, 3];
    expect(await problemOf(fileOf(Uint8Array.from([0xff, 0xd8, ...frame]), 'big.jpg'))).toMatchObject({
      code: 'photograph-large',
      size: { width: 10_000, height: 10_000 },
    });
    expect(await problemOf(fileOf('hello', 'a.txt'))).toEqual({ code: 'not-picture', file: 'a.txt' });
    expect(await problemOf(fileOf('', 'none.jpg'))).toEqual({ code: 'empty', file: 'none.jpg' });
    const heic = Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic')]);
    expect(await problemOf(fileOf(heic, 'a.heic'))).toMatchObject({ code: 'undecodable', format: 'heic' });
    const jpeg = await jpegOf(160, 96, () => '#808080');
    expect(await problemOf(fileOf(jpeg.slice(0, 200), 'cut.jpg'))).toMatchObject({
      code: 'undecodable',
      format: undefined,
    });
    const small = fileOf(new Uint8Array(encode({ width: 8, height: 90, data: new Uint8Array(720), channels: 1 })));
    expect(await problemOf(small)).toMatchObject({ code: 'photograph-small', minimum: 64 });
  });

  it('answers what is stopped', async () => {
    reader = createPictureReader();
    const file = fileOf((await jpegOf(640, 480, () => '#123456')) as BlobPart);
    const reading = reader.open({ file, classes: CLASSES });
    reader.dispose();
    expect(await reading).toEqual({ ok: false, problem: { code: 'reading-stopped' } });
  });
});

/** A PNG chunk's type and data with their CRC-32. */
function withChecksum(content: readonly number[]): number[] {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const sum = ~crc >>> 0;
  return [...content, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255];
}
