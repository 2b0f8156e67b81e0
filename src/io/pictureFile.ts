import { encode } from 'fast-png';
import * as v from 'valibot';
import { doubled } from '../core/resample.ts';
import { IoError } from '../core/ioError.ts';
import { readPngText } from '../core/pngChunks.ts';
import {
  bundleIdSchema,
  decoderIdSchema,
  hashSchema,
  latticeSchema,
  moodSchema,
  parseOrThrow,
  settingsSchema,
  zoomSchema,
} from './schemas.ts';

const KEYWORD = 'plein-air';

const metadataSchema = v.object({
  version: v.literal(1, 'is a version that this page does not know'),
  bundle: bundleIdSchema,
  codebook: hashSchema,
  /** Which decoder made its pixels, where that is known. */
  decoder: v.optional(decoderIdSchema),
  lattice: latticeSchema,
  mood: moodSchema,
  zoom: zoomSchema,
  /** With the seed. */
  settings: settingsSchema,
});

/** What a saved picture says of itself: how it was made, so that it can be made again. */
export type PictureMetadata = v.InferOutput<typeof metadataSchema>;

export interface PictureFile {
  /** RGBA, 4 * width * height */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** 2: twice the width and height, by Lanczos-3. */
  readonly scale: 1 | 2;
  readonly metadata: PictureMetadata;
}

/** The picture as a PNG that says how it was made. Alpha is left out where nothing is transparent. */
export function encodePicturePng({ scale, metadata, ...picture }: PictureFile): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = scale === 2 ? doubled(picture) : picture;
  const text = { Software: 'Plein Air', Title: 'A landscape', [KEYWORD]: latin1Json(metadata) };
  const rgb = withoutAlpha(pixels);
  const data = rgb ?? new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length);
  return new Uint8Array(encode({ width, height, data, depth: 8, channels: rgb ? 3 : 4, text }));
}

/**
 * @returns what the picture says of itself; undefined for a PNG of someone else's.
 * @throws IoError with one sentence if the file is no PNG, or what it says cannot be.
 */
export function readPictureMetadata(bytes: Uint8Array): PictureMetadata | undefined {
  const what = 'The picture';
  const text = readPngText(bytes, KEYWORD, what);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new IoError('The picture does not say in a readable way how it was made.');
  }
  return parseOrThrow(metadataSchema, value, 'What the picture says of itself');
}

/** JSON in ASCII: a PNG's tEXt chunk holds Latin-1, and any other letter can be written as an escape. */
function latin1Json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** RGB of an opaque picture; undefined if a pixel is not opaque. */
function withoutAlpha(pixels: Uint8ClampedArray): Uint8Array | undefined {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    if (pixels[from + 3] !== 255) return undefined;
    rgb[to] = pixels[from] ?? 0;
    rgb[to + 1] = pixels[from + 1] ?? 0;
    rgb[to + 2] = pixels[from + 2] ?? 0;
  }
  return rgb;
}
