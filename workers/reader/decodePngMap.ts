import { decode, type DecodedPng } from 'fast-png';
import { Unzlib } from 'fflate';
import { MAP_KEYWORD, type LabelMap } from '../../src/core/conventions/labelMap.ts';
import { joinBytes } from '../../src/core/joinBytes.ts';
import { IoError } from '../../src/core/problem.ts';
import { chunksOf, readPngHeader, readPngText, type PngChunk, type PngHeader } from '../../src/core/pngChunks.ts';
import { checkSize } from './checkSize.ts';
import { pngColorProfile } from './pngColorProfile.ts';
import { PNG_CHANNELS, pngMapPixels } from './pngMapPixels.ts';

/** What a map's pixels may take while they are unpacked, bytes: 8192 x 8192 with four channels of 8 bits. */
export const MOST_BYTES = 2 ** 28;

const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Compressed bytes given to the inflater at a time: what they may become stays small. */
const PIECE = 16_384;
/** Chunks that the library gets. Others, a colour profile for one, could unpack to anything. */
const NEEDED = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Reads a PNG's own numbers, never through a canvas, which adds noise; what a colour profile says comes beside them. Nothing is unpacked
 * before the declared size is found sound and what is packed is found to be that large.
 * @throws IoError
 */
export function decodePngMap(bytes: Uint8Array, file: string): LabelMap {
  const header = readPngHeader(bytes, file);
  checkHeader(header, file);
  const chunks = [...chunksOf(bytes, file)];
  const needed = chunks.filter(({ type }) => NEEDED.has(type));
  checkInflatedSize(
    needed.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    inflatedSize(header),
    file,
  );
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
  const pixels = pngMapPixels(unpacked(joined(bytes, needed), file), header, transparency, file);
  const { width, height } = header;
  const says = readPngText(bytes, MAP_KEYWORD, file);
  return { width, height, lossy: false, ...pixels, says, toSrgb: pngColorProfile(chunks) };
}

function checkHeader({ width, height, depth, colorType, interlaced }: PngHeader, file: string): void {
  checkSize(width, height, file);
  const channels = PNG_CHANNELS[colorType];
  if (channels === undefined || DEPTHS[colorType]?.includes(depth) !== true) {
    throw new IoError({ code: 'damaged', file });
  }
  // fast-png 8.0.0 mixes up the rows of these.
  if (interlaced && depth < 8) {
    throw new IoError({ code: 'interlaced', file, bits: depth });
  }
  if ((width * height * channels * depth) / 8 > MOST_BYTES) {
    throw new IoError({ code: 'unpacks-too-large', file });
  }
}

/** Bytes after inflating: each row begins with the number of its filter. */
function inflatedSize({ width, height, depth, colorType, interlaced }: PngHeader): number {
  const bits = (PNG_CHANNELS[colorType] ?? 1) * depth;
  const rowOf = (pixels: number) => 1 + Math.ceil((pixels * bits) / 8);
  if (!interlaced) return height * rowOf(width);
  // The seven passes of Adam7: where they begin and how far they step.
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return passes.reduce(
    (sum, [x, y, stepX, stepY]) => sum + Math.ceil((height - y) / stepY) * rowOf(Math.ceil((width - x) / stepX)),
    0,
  );
}

/** A few packed kilobytes may become gigabytes: counted, in pieces, before anything is kept. */
function checkInflatedSize(packed: readonly Uint8Array[], expected: number, file: string): void {
  let size = 0;
  const inflater = new Unzlib((piece) => {
    size += piece.length;
    if (size > expected) throw new IoError({ code: 'damaged', file });
  });
  try {
    for (const data of packed) {
      for (let at = 0; at < data.length; at += PIECE) inflater.push(data.subarray(at, at + PIECE));
    }
  } catch (error) {
    throw error instanceof IoError ? error : new IoError({ code: 'damaged', file });
  }
  if (size < expected) throw new IoError({ code: 'cut-off', file });
}

/** The file again, of these chunks alone. */
function joined(bytes: Uint8Array, chunks: readonly PngChunk[]): Uint8Array {
  // Length and type stand before a chunk's data, its checksum after it.
  const whole = chunks.map(({ data }) => {
    const at = data.byteOffset - bytes.byteOffset;
    return bytes.subarray(at - 8, at + data.length + 4);
  });
  return joinBytes([bytes.subarray(0, 8), ...whole]);
}

function unpacked(bytes: Uint8Array, file: string): DecodedPng {
  try {
    return decode(bytes, { checkCrc: true });
  } catch {
    throw new IoError({ code: 'damaged', file });
  }
}
