import type { Random } from './random.ts';

/** Bytes that readers trip over: ends of ranges, signs, and what text formats mean something by. */
const BYTES = [0, 1, 2, 4, 8, 16, 0x20, 0x22, 0x2e, 0x2f, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xd8, 0xfe, 0xff];
const WORDS = [
  0, 1, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x1_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
];

/** Bytes with one to some changes: flipped, set, cut, put in, copied over, or another file's. */
export function mutateBytes(bytes: Uint8Array, random: Random, others: readonly Uint8Array[] = []): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let changes = 1 + random.below(random.once(4) ? 12 : 3); changes > 0; changes--)
    changed = once(changed, random, others);
  return changed;
}

function once(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  const room = bytes.length - at;
  switch (random.below(7)) {
    case 0:
      if (room > 0) bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      if (room > 0) bytes[at] = random.once(2) ? random.pick(BYTES) : random.below(256);
      return bytes;
    case 2: {
      const size = random.pick([2, 4] as const);
      if (room < size) return bytes;
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const little = random.once(2);
      if (size === 2) view.setUint16(at, random.pick(WORDS) & 0xffff, little);
      else view.setUint32(at, random.pick(WORDS), little);
      return bytes;
    }
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(Math.min(room + 1, 64))));
    case 4: {
      const put = Uint8Array.from({ length: 1 + random.below(16) }, () => random.below(256));
      return joined(bytes.subarray(0, at), put, bytes.subarray(at));
    }
    case 5: {
      const from = random.below(bytes.length + 1);
      bytes.copyWithin(at, from, from + random.below(64));
      return bytes;
    }
    default: {
      if (others.length === 0) return bytes.slice(0, at);
      const other = random.pick(others);
      return joined(bytes.subarray(0, at), other.subarray(random.below(other.length + 1)));
    }
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const VALUES: readonly unknown[] = [
  null, true, 0, -1, 1, 0.5, 4, 8, 16, 32, 255, 256, 65_536, 2 ** 31, 2 ** 53, 1e308, -1e308,
  '', ' ', 'a', '..', '../x', '/etc/passwd', 'C:\\x', 'https://x.test/a', '__proto__', 'a'.repeat(5000), '\u0000', '\ud800',
  [], {}, [null], [[]], { length: 3 },
]; // prettier-ignore

/** JSON with one to three of its values replaced, doubled, left out or put somewhere else. */
export function mutateJson(value: unknown, random: Random): unknown {
  let changed = structuredClone(value);
  for (let changes = 1 + random.below(3); changes > 0; changes--) changed = changeValue(changed, random);
  return changed;
}

function changeValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.once(6)) return otherValue(value, random);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.once(4))
      return random.once(2) ? value.slice(1) : [...value, value[0] ?? random.pick(VALUES)];
    const at = random.below(value.length);
    return value.map((one: unknown, index) => (index === at ? changeValue(one, random) : one));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { [random.pick(['id', 'file', '__proto__', 'length'])]: random.pick(VALUES) };
  const at = random.below(entries.length);
  const [name, one] = entries[at]!;
  if (random.once(8)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  if (random.once(12)) return { ...value, [random.pick(entries)[0]]: one };
  return { ...value, [name]: changeValue(one, random) };
}

function otherValue(value: unknown, random: Random): unknown {
  if (typeof value === 'number' && random.once(2))
    return random.pick([value + 1, value - 1, value * 2, -value, value + 0.5, value * 2 ** 20]);
  if (typeof value === 'string' && random.once(2)) {
    const at = random.below(value.length + 1);
    return (
      value.slice(0, at) +
      random.pick(['', '/', '..', '\\', 'A', '%2f', '\n', value]) +
      value.slice(at + random.below(3))
    );
  }
  return random.pick(VALUES);
}
