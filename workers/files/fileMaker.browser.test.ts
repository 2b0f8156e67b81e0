import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { ALL_FORMATS, BufferSource, Input, VideoSampleSink, type VideoSample } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../src/core/classes.ts';
import { PICTURE_CELL_PIXELS, pictureSize } from '../../src/core/picturePixels.ts';
import { replayOf } from '../../src/core/replay.ts';
import { createFileMaker } from '../../src/engine/createFileMaker.ts';
import { writtenFormats } from '../../src/io/pictureFormats.ts';
import { findVideoFormat } from '../../src/io/videoFormat.ts';
import type { FileRequest } from '../../src/protocol/fileMaker.ts';

/** RGB of the pixel farthest down and to the right, which comes last. */
async function lastColor(sample: VideoSample): Promise<readonly number[]> {
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  const context = canvas.getContext('2d')!;
  sample.draw(context, 0, 0);
  sample.close();
  return [...context.getImageData(canvas.width - 2, canvas.height - 2, 1, 1).data];
}

/** What a browser reads in a picture's file. */
async function imageIn(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** RGB of a pixel. */
const colorIn = ({ data, width }: ImageData, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
];

const farthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, channel) => Math.abs(value - b[channel]!)));

const lattice = { rows: 8, columns: 12 };
const window = { rows: 8, left: 8, right: 3 };
const layout = { width: 192, height: 128, ids: new Uint8Array(192 * 128).fill(9) };
const maker = createFileMaker();

/** 0..15 of a pixel. */
const noiseAt = (place: number) => (Math.imul(Math.floor(place) + 1, 2_654_435_761) >>> 13) & 15;

function pictureOf(cellPixels: number): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from({ length: 4 * 96 * cellPixels ** 2 }, (_, at) => (at % 4 === 3 ? 255 : at % 251));
}

describe('files are made in a worker', () => {
  it.each(PICTURE_CELL_PIXELS)(
    'pictures in their own size and twice that, alone and beside the layout: %i',
    async (side) => {
      const pixels = pictureOf(side);
      const { width, height } = pictureSize(lattice, side);
      for (const scale of [1, 2] as const) {
        const picture = { pixels, width, height, scale, metadata: { seed: 3 } };
        // oxlint-disable-next-line no-await-in-loop -- one after the other, to see which.
        const png = decode(await maker.make({ file: 'picture', picture }));
        expect([png.width, png.height]).toEqual([scale * width, scale * height]);
        expect(JSON.parse(png.text['plein-air'] ?? '')).toEqual({ seed: 3 });
      }
      // What was asked for is still the page's.
      expect(pixels).toHaveLength(4 * width * height);
      const pair = decode(await maker.make({ file: 'pair', layout, classes: CLASSES, picture: pixels }));
      expect([pair.width, pair.height]).toEqual([2 * width, height]);
      const first = 3 * width;
      expect([...pair.data.subarray(first, first + 3)]).toEqual([...pixels.subarray(0, 3)]);
    },
  );

  it.each(['jpeg', 'webp'] as const)(
    'pictures in a format that the browser writes, which keeps colours nearly: %s',
    async (format) => {
      expect(await writtenFormats()).toContain(format);
      const type = `image/${format}`;
      const [{ width, height }, read] = [
        pictureSize(lattice, 8),
        (bytes: Uint8Array<ArrayBuffer>) => imageIn(bytes, type),
      ];
      const smooth = (x: number, y: number) => [40 + x, 200 - y, 60 + y];
      const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
      for (let at = 0; at < width * height; at++) pixels.set(smooth(at % width, Math.floor(at / width)), 4 * at);
      const places = [3, 20, 40, 61].flatMap((y) => [5, 30, 77].map((x) => [x, y] as const));
      for (const scale of [1, 2] as const) {
        const picture = { pixels, width, height, scale, metadata: {} };
        const bytes = await maker.make({ file: 'picture', picture, format });
        const png = await maker.make({ file: 'picture', picture });
        expect(bytes).not.toEqual(png);
        const image = await read(bytes);
        expect([image.width, image.height]).toEqual([scale * width, scale * height]);
        const errors = places.map(([x, y]) => farthest(colorIn(image, scale * x, scale * y), smooth(x, y)));
        expect(Math.max(...errors)).toBeLessThan(8);
      }
      const pair = await read(await maker.make({ file: 'pair', layout, classes: CLASSES, picture: pixels, format }));
      expect([pair.width, pair.height]).toEqual([2 * width, height]);
      expect(farthest(colorIn(pair, 40, 30), [0x28, 0x64, 0xaa])).toBeLessThan(8);
      expect(farthest(colorIn(pair, width + 50, 30), smooth(50, 30))).toBeLessThan(8);
      // What is not painted: nothing, or white where a format has no nothing.
      const picture = { pixels: new Uint8ClampedArray(pixels.length), width, height, scale: 1, metadata: {} } as const;
      const empty = await read(await maker.make({ file: 'picture', picture, format }));
      expect([...empty.data.subarray(0, 4)]).toEqual(format === 'jpeg' ? [255, 255, 255, 255] : [0, 0, 0, 0]);
    },
  );

  it('layouts, projects, animations with their progress, and codes', async () => {
    const layoutPng = decode(await maker.make({ file: 'layout', layout, classes: CLASSES }));
    expect(new Set(layoutPng.data)).toEqual(new Set([9]));
    const map = decode(await maker.make({ file: 'map', layout, convention: 'ade20k' }));
    expect(new Set(map.data)).toEqual(new Set([22]));
    const parts = { lattice, layout, tokens: new Int16Array(96).fill(7), picture: undefined, page: { mood: 2 } };
    const project = unzipSync(await maker.make({ file: 'project', parts }));
    expect(Object.keys(project).toSorted()).toEqual(['layout.png', 'plein-air.json', 'tokens.bin']);
    const zip = unzipSync(await maker.make({ file: 'zip', files: [{ name: 'a', data: Uint8Array.of(1) }] }));
    expect(zip).toEqual({ a: Uint8Array.of(1) });
    const heard: number[] = [];
    const request: FileRequest = { file: 'gif', lattice, window, picture: pictureOf(32), ground: 0 };
    const gif = await maker.make(request, { onProgress: (done) => heard.push(done) });
    expect(new TextDecoder().decode(gif.subarray(0, 6))).toBe('GIF89a');
    expect([gif[6]! + 256 * gif[7]!, gif[8]! + 256 * gif[9]!]).toEqual([384, 256]);
    expect(heard).toEqual(Array.from({ length: 48 }, (_, n) => n + 1));
    const { size, path } = await maker.qrCode('https://example.org');
    expect(size).toBe(25);
    expect(path).toMatch(/^M0 0h1v1h-1z/);
  });

  it('GIFs that grow with what changes, and show every frame as it was', async () => {
    const side = 32;
    const { width, height } = pictureSize(lattice, side);
    // A colour for each block of a cell, whose mean it is, and grain, which cannot be compressed away.
    const block = side / 4;
    const color = (x: number, y: number, channel: number) => {
      const own = noiseAt((Math.floor(y / block) * width + x) / block);
      return 20 + 15 * ((own * (channel + 1)) % 15) + 12 * (noiseAt(y * width + x) % 2);
    };
    const picture = Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => {
      const pixel = at >> 2;
      return at % 4 === 3 ? 255 : color(pixel % width, Math.floor(pixel / width), at % 4);
    });
    const ground = 0x0a0b0c;
    const gif = await maker.make({ file: 'gif', lattice, window, picture: picture.slice(), ground });
    expect(gif.length).toBeLessThan(width * height);

    const decoder = new ImageDecoder({ data: gif, type: 'image/gif' });
    const replay = replayOf({ lattice, window, picture, ground });
    for (const frame of [0, 20, 47]) {
      // oxlint-disable-next-line no-await-in-loop -- a decoder of animations reads one frame after the other.
      const { image } = await decoder.decode({ frameIndex: frame });
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      image.close();
      const seen = context.getImageData(0, 0, width, height).data;
      const wanted = replay.frame(Math.round((replay.steps * frame) / 47));
      // A mean may be none of the palette's colours.
      const off = wanted.reduce((sum, value, at) => sum + Number(Math.abs(value - seen[at]!) > 48), 0) / wanted.length;
      expect(off, `frame ${frame}`).toBeLessThan(0.02);
    }
    decoder.close();
  });

  it('films, frame by frame, which end with the finished picture for two seconds', async () => {
    const side = 8;
    const { width, height } = pictureSize(lattice, side);
    const picture = new Uint8ClampedArray(4 * width * height).map((_, at) => [200, 40, 90, 255][at % 4]!);
    const format = (await findVideoFormat(width, height))!;
    expect(format).toBeDefined();
    const heard: number[] = [];
    const request: FileRequest = { file: 'video', format, lattice, window, picture, ground: 0x9aa3a3 };
    const film = await maker.make(request, { onProgress: (done, total) => heard.push(done / total) });
    expect(heard).toHaveLength(240);
    expect(heard.at(-1)).toBe(1);

    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(film) });
    const track = (await input.getPrimaryVideoTrack())!;
    expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([width, height]);
    expect(await input.computeDuration()).toBeCloseTo(8, 1);
    const frames = new VideoSampleSink(track);
    const seen = await Promise.all([0, 5.99, 7.95].map(async (second) => frames.getSample(second)));
    const colors = await Promise.all(seen.map((sample) => lastColor(sample!)));
    // A codec keeps colours nearly.
    for (const [color, wanted] of [
      [colors[0]!, [154, 163, 163]],
      [colors[1]!, [200, 40, 90]],
      [colors[2]!, [200, 40, 90]],
    ] as const) {
      for (const [channel, value] of wanted.entries()) expect(Math.abs(color[channel]! - value)).toBeLessThan(16);
    }
    input.dispose();
  });

  it('and stopped at once; what cannot be made is told', async () => {
    const abort = new AbortController();
    const slow: FileRequest = { file: 'gif', lattice, window, picture: pictureOf(32), ground: 0 };
    const stopped = maker.make(slow, { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    await expect(maker.make(slow, abort)).rejects.toMatchObject({ name: 'AbortError' });
    const bad: FileRequest = { ...slow, picture: new Uint8ClampedArray(7) };
    await expect(maker.make(bad)).rejects.toMatchObject({ name: 'IoError' });
    const format = { container: 'webm', codec: 'vp9', name: 'vp09.77.99.99' } as const;
    await expect(maker.make({ ...slow, file: 'video', format })).rejects.toThrow('no-film');
  });
});
