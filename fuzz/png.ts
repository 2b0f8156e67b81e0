import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { joined, mutateBytes } from './mutate.ts';
import type { Random } from './random.ts';

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const SIDES = [0, 1, 7, 8, 9, 64, 256, 8192, 8193, 65_536, 0x7fff_ffff, 0xffff_ffff];

/**
 * A PNG with something wrong in it and checksums that are right, so that readers get past them: a chunk's data, their
 * order, the header, or the rows before they were packed.
 */
export function mutatePng(bytes: Uint8Array, random: Random): Uint8Array {
  const chunks = chunksOf(bytes);
  if (chunks.length < 3 || random.once(6)) return mutateBytes(bytes, random);
  for (let changes = 1 + random.below(3); changes > 0; changes--) changeOne(chunks, random);
  return joined(SIGNATURE, ...chunks.map(written));
}

function changeOne(chunks: Chunk[], random: Random): void {
  const at = random.below(chunks.length);
  const chunk = chunks[at]!;
  switch (random.below(5)) {
    case 0:
      chunks.splice(at, 1);
      if (chunks.length === 0) chunks.push(chunk);
      return;
    case 1:
      chunks.splice(random.below(chunks.length), 0, chunk);
      return;
    case 2: {
      const place = chunks.findIndex(({ type }) => type === 'IHDR');
      const header = chunks[place];
      if (header?.data.length !== 13) return;
      const data = header.data.slice();
      const field = random.below(7);
      if (field < 2) new DataView(data.buffer).setUint32(4 * field, random.pick(SIDES));
      else data[6 + field] = random.pick([0, 1, 2, 3, 4, 6, 8, 16, 255]);
      chunks[place] = { ...header, data };
      return;
    }
    case 3: {
      const place = chunks.findIndex(({ type }) => type === 'IDAT');
      const rows = place < 0 ? undefined : unpacked(chunks[place]!.data);
      if (rows) chunks[place] = { type: 'IDAT', data: zlibSync(mutateBytes(rows, random), { level: 1 }) };
      return;
    }
    default:
      chunks[at] = { ...chunk, data: mutateBytes(chunk.data, random) };
  }
}

function unpacked(data: Uint8Array): Uint8Array | undefined {
  try {
    return unzlibSync(data, { out: new Uint8Array(2 ** 22) });
  } catch {
    return undefined;
  }
}

/** As far as they are whole. */
function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.slice(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function written({ type, data }: Chunk): Uint8Array {
  const named = joined(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0) & 0xff),
    data,
  );
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(named));
  return joined(new Uint8Array(ends.buffer, 0, 4), named, new Uint8Array(ends.buffer, 4, 4));
}
