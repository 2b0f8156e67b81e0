import { decode } from 'fast-png';
import { isClassId } from '../core/classes.ts';
import { layoutHeight, layoutWidth, type Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { IoError } from '../core/problem.ts';
import { readPngHeader } from '../core/pngChunks.ts';

const GREY = 0;
const PALETTE = 3;

/**
 * Reads what `encodeLayoutPng` writes, or an 8-bit grey PNG with class ids as its values.
 * @throws IoError
 */
export function decodeLayoutPng(bytes: Uint8Array, lattice: Lattice, file: string): Layout {
  const width = layoutWidth(lattice);
  const height = layoutHeight(lattice);
  // The header is held against the lattice first: a small file may claim, and unpack to, gigabytes.
  const header = readPngHeader(bytes, file);
  if (header.width !== width || header.height !== height) {
    throw new IoError({
      code: 'wrong-size',
      file,
      size: { width: header.width, height: header.height },
      expected: [{ width, height }],
    });
  }
  if (header.depth !== 8 || (header.colorType !== GREY && header.colorType !== PALETTE)) {
    throw new IoError({ code: 'not-layout', file });
  }
  if (bytes.length > 2 * width * height + 65_536) throw new IoError({ code: 'too-large', file });
  const ids = pixelsOf(bytes, file);
  if (ids.length !== width * height) throw new IoError({ code: 'cut-off', file });
  const stranger = ids.find((id) => !isClassId(id));
  if (stranger !== undefined) throw new IoError({ code: 'no-class', file, classId: stranger });
  return { width, height, ids };
}

function pixelsOf(bytes: Uint8Array, file: string): Uint8Array {
  try {
    const { data } = decode(bytes, { checkCrc: true });
    return new Uint8Array(data);
  } catch {
    throw new IoError({ code: 'damaged', file });
  }
}
