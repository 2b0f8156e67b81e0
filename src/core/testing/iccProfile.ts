/** The primaries of Display P3 under D50, as its profiles have them. */
const DISPLAY_P3 = {
  rXYZ: [0.51512, 0.2412, -0.00105],
  gXYZ: [0.29198, 0.69225, 0.04189],
  bXYZ: [0.1571, 0.06657, 0.78407],
} as const;

/** sRGB's curve as parameters: g, a, b, c, d. */
const SRGB_CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** A profile of Display P3, byte by byte: a header, six tags, nothing else. */
export function displayP3Profile(): Uint8Array {
  const curve = [...text('para'), ...zeros(4), 0, 3, 0, 0, ...SRGB_CURVE.flatMap(fixed)];
  const parts = [
    ...Object.entries(DISPLAY_P3).map(
      ([name, xyz]) => [name, [...text('XYZ '), ...zeros(4), ...xyz.flatMap(fixed)]] as const,
    ),
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, curve] as const),
  ];
  let at = 132 + 12 * parts.length;
  const table: number[] = [];
  for (const [name, data] of parts) {
    table.push(...text(name), ...word(at), ...word(data.length));
    at += data.length;
  }
  const header = [
    ...word(at),
    ...zeros(12),
    ...text('RGB '),
    ...text('XYZ '),
    ...zeros(12),
    ...text('acsp'),
    ...zeros(88),
  ];
  return Uint8Array.from([...header, ...word(parts.length), ...table, ...parts.flatMap(([, data]) => data)]);
}

function text(four: string): number[] {
  return Array.from(four, (character) => character.codePointAt(0) ?? 0);
}

function zeros(count: number): number[] {
  return Array<number>(count).fill(0);
}

/** s15Fixed16, big-endian. */
function fixed(value: number): number[] {
  return word(Math.round(value * 65_536));
}

function word(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >> shift) & 0xff);
}
