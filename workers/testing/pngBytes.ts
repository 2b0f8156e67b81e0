import { zlibSync } from 'fflate';
import { joinBytes } from '../../src/core/joinBytes.ts';

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA */
  readonly colorType: number;
  readonly interlace?: number;
  /** Unfiltered rows, packed as the depth says, without the bytes of the filters. */
  readonly rows: readonly Uint8Array[];
  readonly palette?: readonly number[];
  readonly more?: readonly { readonly type: string; readonly data: Uint8Array }[];
}

/** A PNG byte by byte, of kinds that encoders do not write. */
export function pngBytes({ width, height, depth, colorType, interlace = 0, rows, palette, more = [] }: PngParts) {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, colorType, 0, 0, interlace], 8);
  const raw = rows.flatMap((row) => [0, ...row]);
  return joinBytes([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Uint8Array.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 0xff, c & 0xff])))] : []),
    ...more.map(({ type, data }) => chunk(type, data)),
    chunk('IDAT', zlibSync(Uint8Array.from(raw))),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const result = new Uint8Array(12 + data.length);
  const view = new DataView(result.buffer);
  view.setUint32(0, data.length);
  result.set(new TextEncoder().encode(type), 4);
  result.set(data, 8);
  view.setUint32(8 + data.length, crc(result.subarray(4, 8 + data.length)));
  return result;
}

/** CRC-32 as PNG has it (PNG specification, annex D). */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}
