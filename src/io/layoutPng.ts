import { decode } from 'fast-png';
import { isClassId } from '../core/classes.ts';
import { layoutHeight, layoutWidth, type Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { IoError } from '../core/ioError.ts';
import { readPngHeader } from '../core/pngChunks.ts';

const GREY = 0;
const PALETTE = 3;

/**
 * Reads what `encodeLayoutPng` writes, or an 8-bit grey PNG with class ids as its values.
 * @throws IoError with one sentence for a person.
 */
export function decodeLayoutPng(bytes: Uint8Array, lattice: Lattice, what = 'The layout'): Layout {
  const width = layoutWidth(lattice);
  const height = layoutHeight(lattice);
  // The header is held against the lattice first: a small file may claim, and unpack to, gigabytes.
  const header = readPngHeader(bytes, what);
  if (header.width !== width || header.height !== height) {
    throw new IoError(
      `${what} has ${header.width} x ${header.height} pixels where ${width} x ${height} were expected.`,
    );
  }
  if (header.depth !== 8 || (header.colorType !== GREY && header.colorType !== PALETTE)) {
    throw new IoError(`${what} is not a PNG with one byte of class id a pixel.`);
  }
  if (bytes.length > 2 * width * height + 65_536) throw new IoError(`${what} is larger than a layout can be.`);
  const ids = pixelsOf(bytes, what);
  if (ids.length !== width * height) throw new IoError(`${what} is cut off.`);
  const stranger = ids.find((id) => !isClassId(id));
  if (stranger !== undefined) throw new IoError(`${what} has a pixel of class ${stranger}, which is not a class.`);
  return { width, height, ids };
}

function pixelsOf(bytes: Uint8Array, what: string): Uint8Array {
  try {
    const { data } = decode(bytes, { checkCrc: true });
    return new Uint8Array(data);
  } catch {
    throw new IoError(`${what} is damaged.`);
  }
}
