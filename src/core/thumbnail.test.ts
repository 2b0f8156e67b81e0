import { describe, expect, it } from 'vitest';
import { CLASSES } from './classes.ts';
import { PICTURE_CELL_PIXELS } from './picturePixels.ts';
import { thumbnailOf } from './thumbnail.ts';

const layout = { width: 256, height: 128, ids: new Uint8Array(256 * 128).fill(9) };

describe('a thumbnail', () => {
  it.each(PICTURE_CELL_PIXELS)('is the mean of the picture, in its proportions: %i a cell', (cellPixels) => {
    const across = 16 * cellPixels;
    const picture = new Uint8ClampedArray(4 * across * 8 * cellPixels).fill(255);
    for (let at = 0; at < picture.length; at += 4)
      picture.set((at / 4) % across < across / 2 ? [200, 100, 50] : [0, 0, 0], at);
    const { width, height, pixels } = thumbnailOf(picture, layout, CLASSES);
    expect([width, height]).toEqual([96, 48]);
    expect(pixels.length).toBe(4 * 96 * 48);
    expect(Array.from(pixels.subarray(0, 4))).toEqual([200, 100, 50, 255]);
    expect(Array.from(pixels.subarray(-4))).toEqual([0, 0, 0, 255]);
  });

  it('shows the layout where nothing is decoded', () => {
    const { pixels } = thumbnailOf(new Uint8ClampedArray(4 * 256 * 128), layout, CLASSES);
    expect(Array.from(pixels.subarray(0, 4))).toEqual([0x28, 0x64, 0xaa, 255]);
    expect(thumbnailOf(undefined, layout, CLASSES).pixels).toEqual(pixels);
  });
});
