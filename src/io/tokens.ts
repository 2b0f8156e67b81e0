import { IoError } from '../core/problem.ts';
import { cellCount, EMPTY_TOKEN, type Lattice } from '../core/lattice.ts';

/**
 * Tokens as files have them: little-endian int16, -1 empty.
 * @returns [rows, columns]
 * @throws IoError
 */
export function parseTokens(bytes: Uint8Array, lattice: Lattice, file: string): Int16Array<ArrayBuffer> {
  const cells = cellCount(lattice);
  if (bytes.length !== 2 * cells) throw new IoError({ code: 'damaged', file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tokens = Int16Array.from({ length: cells }, (_, cell) => view.getInt16(2 * cell, true));
  if (tokens.some((token) => token < EMPTY_TOKEN)) throw new IoError({ code: 'damaged', file });
  return tokens;
}
