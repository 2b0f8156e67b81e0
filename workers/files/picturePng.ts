import { encode } from 'fast-png';
import { PICTURE_KEYWORD } from '../../src/core/pngChunks.ts';
import { doubled } from '../../src/core/resample.ts';
import type { PictureFile } from '../../src/protocol/fileMaker.ts';

/** The picture as a PNG that says how it was made. Alpha is left out where nothing is transparent. */
export function encodePicturePng({ scale, metadata, ...picture }: PictureFile): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = scale === 2 ? doubled(picture) : picture;
  const text = { Software: 'Plein Air', Title: 'A landscape', [PICTURE_KEYWORD]: latin1Json(metadata) };
  const rgb = withoutAlpha(pixels);
  const data = rgb ?? new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length);
  return new Uint8Array(encode({ width, height, data, depth: 8, channels: rgb ? 3 : 4, text }));
}

/** JSON in ASCII: a PNG's tEXt chunk holds Latin-1, and any other letter can be written as an escape. */
function latin1Json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** RGB of an opaque picture; undefined if a pixel is not opaque. */
export function withoutAlpha(pixels: Uint8ClampedArray): Uint8Array | undefined {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    if (pixels[from + 3] !== 255) return undefined;
    rgb[to] = pixels[from] ?? 0;
    rgb[to + 1] = pixels[from + 1] ?? 0;
    rgb[to + 2] = pixels[from + 2] ?? 0;
  }
  return rgb;
}
