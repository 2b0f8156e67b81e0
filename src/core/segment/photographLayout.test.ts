import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSafetensors } from '../../../workers/testing/safetensors.ts';
import { ANY } from '../classes.ts';
import { mostFrequentAround } from './aroundPixel.ts';
import { resizeBicubic } from './bicubic.ts';
import { refineByColour } from './colourRules.ts';
import { likeliestClasses } from './likeliestClasses.ts';
import { photographLayout, planesOf, segmenterSize } from './photographLayout.ts';
import { reduced, type RgbImage } from './rgbImage.ts';

function vectors(name: string) {
  const file = readSafetensors(Uint8Array.from(readFileSync(`training/parity/${name}.safetensors`)).buffer);
  const image = (tensor: string): RgbImage => {
    const [height = 0, width = 0] = file.shape(tensor);
    return { width, height, pixels: file.bytes(tensor) };
  };
  return { ...file, image };
}

function plain(width: number, height: number, color: readonly number[]): RgbImage {
  return { width, height, pixels: Uint8Array.from({ length: 3 * width * height }, (_, at) => color[at % 3]!) };
}

describe('held to Python', () => {
  test('resizing gives Pillow’s bytes', () => {
    const { image } = vectors('bicubic');
    for (const name of ['resized0', 'resized1', 'resized2']) {
      const expected = image(name);
      const found = resizeBicubic(image('photograph'), expected.width, expected.height);
      expect(Buffer.compare(found.pixels, expected.pixels)).toBe(0);
    }
  });

  test('the colour rules give the same layout, in which nearly every class is', () => {
    const file = vectors('colour-rules');
    const layout = refineByColour(file.image('photograph'), file.bytes('classes'));
    expect(layout).toEqual(file.bytes('layout'));
    expect(new Set(layout).size).toBeGreaterThanOrEqual(9);
  });
});

describe('resizing', () => {
  test('the same size gives the same pixels, and one colour stays that colour', () => {
    const image = plain(7, 5, [10, 200, 255]);
    expect(resizeBicubic(image, 7, 5).pixels).toEqual(image.pixels);
    expect(resizeBicubic(image, 20, 3)).toEqual(plain(20, 3, [10, 200, 255]));
  });

  test('halving is the mean of four', () => {
    const pixels = Uint8ClampedArray.of(0, 0, 0, 255, 10, 20, 30, 255, 20, 40, 60, 255, 11, 21, 31, 0);
    expect([...reduced(pixels, 2, 2, 2).pixels]).toEqual([10, 20, 30]);
  });

  test('the network sees a picture in its proportion, sides multiples of 16', () => {
    expect(segmenterSize({ width: 150, height: 150 })).toEqual({ width: 256, height: 256 });
    expect(segmenterSize({ width: 128, height: 80 })).toEqual({ width: 416, height: 256 });
    expect(segmenterSize({ width: 512, height: 64 })).toEqual({ width: 512, height: 64 });
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 512 }), fc.integer({ min: 32, max: 512 }), (width, height) => {
        const seen = segmenterSize({ width, height });
        expect([seen.width % 16, seen.height % 16]).toEqual([0, 0]);
        expect(Math.max(seen.width, seen.height)).toBeLessThanOrEqual(512);
      }),
    );
  });

  test('bytes become planes in [-1, 1]', () => {
    expect([...planesOf({ width: 2, height: 1, pixels: Uint8Array.of(0, 255, 0, 255, 0, 255) })]).toEqual([
      -1, 1, 1, -1, -1, 1,
    ]);
  });
});

describe('classes', () => {
  test('logits are enlarged from the corner, the last ones repeat, and a tie is the lowest id’s', () => {
    const logits = { classes: 2, width: 2, height: 1, values: Float32Array.of(0, 0, -1, 1) };
    expect([...likeliestClasses(logits, 8, 1)]).toEqual([0, 0, 0, 1, 1, 1, 1, 1]);
  });

  test('the majority has its say, and ties go to the lowest id', () => {
    const speck = Uint8Array.from({ length: 81 }, (_, at) => (at === 40 ? 9 : 7));
    expect(new Set(mostFrequentAround(speck, 9, 9, 5))).toEqual(new Set([7]));
    expect([...mostFrequentAround(Uint8Array.of(9, 7), 2, 1, 5)]).toEqual([7, 7].map((_, at) => (at === 0 ? 9 : 7)));
  });

  test('what is no class of the layout is any, and every pixel becomes four', () => {
    const person = { classes: 14, width: 2, height: 2, values: new Float32Array(56).fill(1, 52) };
    const layout = photographLayout(plain(8, 8, [200, 100, 50]), person);
    expect(layout).toHaveLength(256);
    expect(new Set(layout)).toEqual(new Set([ANY]));
  });
});
