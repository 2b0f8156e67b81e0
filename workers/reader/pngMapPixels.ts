import type { DecodedPng } from 'fast-png';
import { TRANSPARENT, type LabelMap } from '../../src/core/conventions/labelMap.ts';
import { IoError } from '../../src/core/problem.ts';
import type { PngHeader } from '../../src/core/pngChunks.ts';

/** Channels of a pixel by the PNG's kind of colour. */
export const PNG_CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PALETTE = 3;

type Pixels = Pick<LabelMap, 'values' | 'by' | 'palette'>;
type Samples = Uint8Array | Uint16Array;

/**
 * A PNG's pixels as numbers or as colours: numbers where all three channels are alike, because many tools write numbers so.
 * @param transparency the data of its tRNS chunk: what is transparent where there is no alpha channel
 */
export function pngMapPixels(
  { data, palette }: DecodedPng,
  header: PngHeader,
  transparency: Uint8Array | undefined,
  file: string,
): Pixels {
  const { width, height, depth, colorType } = header;
  const samples = depth < 8 ? wholeBytes(data as Uint8Array, width, height, depth) : (data as Samples);
  if (colorType === PALETTE) {
    if (!palette?.length) throw new IoError({ code: 'damaged', file });
    const colors = palette.map(([r = 0, g = 0, b = 0]) => (r << 16) | (g << 8) | b);
    if (samples.some((value) => value >= colors.length)) {
      throw new IoError({ code: 'damaged', file });
    }
    return { values: without(samples, (at) => isClear(transparency?.[samples[at]!])), by: 'index', palette: colors };
  }
  const channels = PNG_CHANNELS[colorType] ?? 1;
  const key = transparency && keyOf(transparency);
  if (channels === 1)
    return { values: without(samples, (at) => key?.length === 1 && samples[at] === key[0]), by: 'index' };
  const opaque = opacityOf(samples, channels, depth);
  if (channels === 2) {
    const numbers = samples.filter((_, at) => at % 2 === 0);
    return { values: without(numbers, (at) => opaque?.(at) === false), by: 'index' };
  }
  const isKey = (at: number) =>
    key?.length === 3 && key.every((level, channel) => samples[at * channels + channel] === level);
  return byColor(samples, width * height, channels, depth, (at) => opaque?.(at) === false || isKey(at));
}

function byColor(
  samples: Samples,
  pixels: number,
  channels: number,
  depth: number,
  isTransparent: (at: number) => boolean,
): Pixels {
  const values = new Uint32Array(pixels);
  const shift = depth === 16 ? 8 : 0;
  let grey = true;
  let whole = true;
  for (let at = 0; at < pixels; at++) {
    if (isTransparent(at)) {
      values[at] = TRANSPARENT;
      whole = false;
      continue;
    }
    const r = samples[at * channels]! >> shift;
    const g = samples[at * channels + 1]! >> shift;
    const b = samples[at * channels + 2]! >> shift;
    grey &&= r === g && g === b;
    values[at] = (r << 16) | (g << 8) | b;
  }
  if (!grey) return { values, by: 'color' };
  if (whole) return { values: Uint8Array.from(values, (value) => value & 0xff), by: 'index' };
  return { values: values.map((value) => (value === TRANSPARENT ? value : value & 0xff)), by: 'index' };
}

/** The values, and `TRANSPARENT` where there are none: then they need more bytes. */
function without(values: Samples, isTransparent: (at: number) => boolean): LabelMap['values'] {
  let first = 0;
  while (first < values.length && !isTransparent(first)) first++;
  if (first === values.length) return values;
  return Uint32Array.from(values, (value, at) => (isTransparent(at) ? TRANSPARENT : value));
}

/**
 * Whether a pixel is there, by its alpha channel. One that is nowhere half opaque has something else in it, as where
 * tools put the number of an instance beside that of a class.
 */
function opacityOf(samples: Samples, channels: number, depth: number): ((at: number) => boolean) | undefined {
  if (channels !== 2 && channels !== 4) return undefined;
  const half = 2 ** (depth - 1);
  const alphaAt = (at: number) => samples[at * channels + channels - 1]!;
  const pixels = samples.length / channels;
  for (let at = 0; at < pixels; at++) if (alphaAt(at) >= half) return (one) => alphaAt(one) >= half;
  return undefined;
}

function isClear(alpha: number | undefined): boolean {
  return alpha !== undefined && alpha < 128;
}

/** The one number or colour that is transparent: two bytes a channel. */
function keyOf(transparency: Uint8Array): readonly number[] {
  return Array.from(
    { length: transparency.length >> 1 },
    (_, n) => (transparency[2 * n]! << 8) | transparency[2 * n + 1]!,
  );
}

/** Rows of 1, 2 or 4 bits a pixel as a byte a pixel. */
function wholeBytes(data: Uint8Array, width: number, height: number, depth: number): Uint8Array {
  const row = Math.ceil((width * depth) / 8);
  const mask = 2 ** depth - 1;
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      values[y * width + x] = (data[y * row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return values;
}
