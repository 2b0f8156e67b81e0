/** A tensor of a safetensors file. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;
}

/** The parity vectors' file format: 8 bytes of length, a JSON header, and the tensors' bytes (little-endian). */
export interface Safetensors {
  /** What the file says of itself, as Python wrote it. */
  readonly said: Readonly<Record<string, number>>;
  bytes(name: string): Uint8Array<ArrayBuffer>;
  floats(name: string): Float32Array<ArrayBuffer>;
  ints(name: string): Int32Array<ArrayBuffer>;
  shape(name: string): readonly number[];
}

interface HeaderEntry {
  dtype: 'F32' | 'F16' | 'I32' | 'U8';
  shape: number[];
  data_offsets: [number, number];
}

export function readSafetensors(buffer: ArrayBuffer): Safetensors {
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const text = new TextDecoder().decode(new Uint8Array(buffer, 8, length));
  const { __metadata__: metadata, ...entries } = JSON.parse(text) as Record<string, HeaderEntry> & {
    __metadata__?: { json?: string };
  };
  const read = (name: string): StoredTensor => {
    const entry = entries[name];
    if (entry === undefined) throw new Error(`There is no tensor "${name}".`);
    const [start, end] = entry.data_offsets;
    // A copy, because the header's length need not leave the tensors on a multiple of four.
    const bytes = buffer.slice(8 + length + start, 8 + length + end);
    if (entry.dtype === 'F32') return { shape: entry.shape, data: new Float32Array(bytes) };
    if (entry.dtype === 'F16')
      return { shape: entry.shape, data: Float32Array.from(new Uint16Array(bytes), halfToFloat) };
    if (entry.dtype === 'I32') return { shape: entry.shape, data: new Int32Array(bytes) };
    return { shape: entry.shape, data: new Uint8Array(bytes) };
  };
  return {
    said: JSON.parse(metadata?.json ?? '{}') as Record<string, number>,
    bytes: (name) => {
      const { data } = read(name);
      if (!(data instanceof Uint8Array)) throw new TypeError(`"${name}" is not uint8.`);
      return data;
    },
    floats: (name) => {
      const { data } = read(name);
      if (!(data instanceof Float32Array)) throw new TypeError(`"${name}" is not float32.`);
      return data;
    },
    ints: (name) => {
      const { data } = read(name);
      if (!(data instanceof Int32Array)) throw new TypeError(`"${name}" is not int32.`);
      return data;
    },
    shape: (name) => read(name).shape,
  };
}

/** Widens a float16 (IEEE 754 binary16) given by its bits. */
function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Reads one file of the vectors that `training/plein_air/parity.py` wrote. */
export async function readVectors(name: string): Promise<Safetensors> {
  const response = await fetch(`/training/parity/${name}.safetensors`);
  if (!response.ok) throw new Error(`There are no vectors "${name}".`);
  return readSafetensors(await response.arrayBuffer());
}
