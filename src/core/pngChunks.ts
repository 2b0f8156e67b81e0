import { IoError } from './problem.ts';
import type { Size } from './rect.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Under which a saved picture says how it was made. */
export const PICTURE_KEYWORD = 'plein-air';

export interface PngHeader extends Size {
  /** Bits of a channel, or of an index where there is a palette. */
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA */
  readonly colorType: number;
  /** Rows come in seven passes. */
  readonly interlaced: boolean;
}

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/**
 * The chunks in order, without copying. Lengths are held against what is there; nothing is inflated.
 * @param file its name
 * @throws IoError
 */
export function* chunksOf(bytes: Uint8Array, file: string): Generator<PngChunk> {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) throw new IoError({ code: 'not-png', file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = SIGNATURE.length;
  while (offset < bytes.length) {
    // Length, type and checksum take 12 bytes.
    const length = offset + 12 <= bytes.length ? view.getUint32(offset) : Infinity;
    if (offset + 12 + length > bytes.length) throw new IoError({ code: 'cut-off', file });
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    yield { type, data: bytes.subarray(offset + 8, offset + 8 + length) };
    if (type === 'IEND') return;
    offset += 12 + length;
  }
  throw new IoError({ code: 'cut-off', file });
}

/**
 * Size and kind of a PNG, known before a pixel of it is unpacked. One that says them twice is refused: decoders go by the last, which
 * may be any size.
 * @throws IoError
 */
export function readPngHeader(bytes: Uint8Array, file: string): PngHeader {
  let header: PngHeader | undefined;
  for (const { type, data } of chunksOf(bytes, file)) {
    if (type !== 'IHDR' && header) continue;
    if (header) throw new IoError({ code: 'damaged', file });
    if (type !== 'IHDR' || data.length !== 13) break;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const [depth = 0, colorType = 0, , , interlace] = data.subarray(8);
    header = { width: view.getUint32(0), height: view.getUint32(4), depth, colorType, interlaced: interlace === 1 };
  }
  if (!header) throw new IoError({ code: 'not-png', file });
  return header;
}

/** The first tEXt chunk with this keyword, Latin-1; undefined where there is none. */
export function readPngText(bytes: Uint8Array, keyword: string, file: string): string | undefined {
  const latin1 = new TextDecoder('latin1');
  for (const { type, data } of chunksOf(bytes, file)) {
    if (type !== 'tEXt') continue;
    const end = data.indexOf(0);
    if (end > 0 && latin1.decode(data.subarray(0, end)) === keyword) return latin1.decode(data.subarray(end + 1));
  }
  return undefined;
}
