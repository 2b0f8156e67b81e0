/**
 * Bytes as they wait in the history: run lengths where that is shorter, or as they are. Layouts are large areas of one
 * class, so that a block of 64 x 64 is a few dozen bytes as a rule.
 */
export interface PackedBytes {
  readonly length: number;
  readonly runs: boolean;
  readonly data: Uint8Array;
}

const LONGEST_RUN = 256;

/** Packs into pairs of (run length - 1, byte), unless that is no shorter; then copies. */
export function packBytes(bytes: Uint8Array): PackedBytes {
  const { length } = bytes;
  const packed = new Uint8Array(length);
  let size = 0;
  for (let start = 0; start < length;) {
    const byte = bytes[start]!;
    let end = start + 1;
    while (end < length && end - start < LONGEST_RUN && bytes[end] === byte) end++;
    if (size + 2 >= length) return { length, runs: false, data: bytes.slice() };
    packed[size++] = end - start - 1;
    packed[size++] = byte;
    start = end;
  }
  return { length, runs: true, data: packed.slice(0, size) };
}

export function unpackBytes({ length, runs, data }: PackedBytes): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  if (!runs) {
    bytes.set(data);
    return bytes;
  }
  let at = 0;
  for (let pair = 0; pair < data.length; pair += 2) {
    const end = at + data[pair]! + 1;
    bytes.fill(data[pair + 1]!, at, end);
    at = end;
  }
  return bytes;
}
