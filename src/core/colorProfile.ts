/** A colour of a file, 0xrrggbb as it stands there, in sRGB. */
export type ToSrgb = (color: number) => number;

type Vector = readonly number[];
/** Three rows of three. */
type Matrix = readonly Vector[];
/** A channel as it is stored, 0..1, as light, 0..1. */
type Curve = (level: number) => number;

/** XYZ under D50, as profiles have it, to linear sRGB (Lindbloom, "RGB/XYZ Matrices", Bradford-adapted). */
const FROM_D50: Matrix = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

/** Linear RGB of the primaries that ITU-T H.273 numbers, to linear sRGB. */
const FROM_PRIMARIES: Readonly<Record<number, Matrix>> = {
  1: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  // BT.2020
  9: [
    [1.660491, -0.5876411, -0.0728499],
    [-0.1245505, 1.1328999, -0.0083494],
    [-0.0181508, -0.1005789, 1.1187297],
  ],
  // Display P3
  12: [
    [1.2249401, -0.2249404, 0],
    [-0.0420569, 1.0420571, 0],
    [-0.0196376, -0.0786361, 1.0982735],
  ],
};

/** By the numbers of H.273. What is brighter than white (16, 18) is no colour of a map. */
const TRANSFERS: Readonly<Record<number, Curve>> = {
  1: fromBt709,
  4: (level) => level ** 2.2,
  5: (level) => level ** 2.8,
  6: fromBt709,
  8: (level) => level,
  13: (level) => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4),
  14: fromBt709,
  15: fromBt709,
};

/** A table of a curve has no more entries than two bytes can tell apart. */
const MOST_CURVE_ENTRIES = 65_536;

/**
 * What a PNG's cICP chunk says of its colours: primaries and transfer by their numbers in ITU-T H.273.
 * @returns undefined for sRGB, and for what is not known
 */
export function toSrgbOfCicp(data: Uint8Array): ToSrgb | undefined {
  const [primaries = 0, transfer = 0, matrix, fullRange] = data;
  const toLinear = FROM_PRIMARIES[primaries];
  const curve = TRANSFERS[transfer];
  if (data.length !== 4 || matrix !== 0 || fullRange !== 1 || !toLinear || !curve) return undefined;
  return unlessSrgb(toLinear, [curve, curve, curve]);
}

/**
 * What an ICC profile says of a picture's colours, if it is one of three primaries and three curves, as those of displays
 * are (ICC.1:2022, 8.4.3). Read as hostile input: what does not fit is no profile.
 * @returns undefined for sRGB, for grey, and for profiles of other kinds
 */
export function toSrgbOfIcc(profile: Uint8Array): ToSrgb | undefined {
  try {
    const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
    if (textAt(view, 16) !== 'RGB ' || textAt(view, 36) !== 'acsp') return undefined;
    const tags = tagsOf(view);
    const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => xyzOf(tags.get(name)));
    const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveOf(tags.get(name)));
    if (!columns.every((column) => column !== undefined) || !curves.every((curve) => curve !== undefined))
      return undefined;
    const toLinear = FROM_D50.map((row) => columns.map((column) => dot(row, column)));
    return unlessSrgb(toLinear, curves);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A conversion that moves nothing is none. */
function unlessSrgb(toLinear: Matrix, curves: readonly Curve[]): ToSrgb | undefined {
  const convert: ToSrgb = (color) => {
    const light = curves.map((curve, channel) => curve(((color >> (16 - 8 * channel)) & 0xff) / 255));
    const [r, g, b] = toLinear.map((row) => dot(row, light));
    return (encoded(r!) << 16) | (encoded(g!) << 8) | encoded(b!);
  };
  const moved = [0xff0000, 0x00ff00, 0x0000ff, 0x808080, 0xc86432].some((color) =>
    [16, 8, 0].some((shift) => Math.abs(((convert(color) >> shift) & 0xff) - ((color >> shift) & 0xff)) > 1),
  );
  return moved ? convert : undefined;
}

function encoded(light: number): number {
  const bounded = Math.min(1, Math.max(0, light));
  const level = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(255 * level);
}

function fromBt709(level: number): number {
  return level < 0.081 ? level / 4.5 : ((level + 0.099) / 1.099) ** (1 / 0.45);
}

function dot(a: Vector, b: Vector): number {
  return a.reduce((sum, factor, n) => sum + factor * b[n]!, 0);
}

function tagsOf(view: DataView): ReadonlyMap<string, DataView> {
  const count = Math.min(view.getUint32(128), 256);
  const tags = new Map<string, DataView>();
  for (let tag = 0; tag < count; tag++) {
    const at = 132 + 12 * tag;
    const start = view.getUint32(at + 4);
    const length = view.getUint32(at + 8);
    tags.set(
      textAt(view, at),
      new DataView(view.buffer, view.byteOffset + start, Math.min(length, view.byteLength - start)),
    );
  }
  return tags;
}

function xyzOf(tag: DataView | undefined): Vector | undefined {
  if (!tag || textAt(tag, 0) !== 'XYZ ') return undefined;
  return [fixedAt(tag, 8), fixedAt(tag, 12), fixedAt(tag, 16)];
}

function curveOf(tag: DataView | undefined): Curve | undefined {
  if (!tag) return undefined;
  const kind = textAt(tag, 0);
  if (kind === 'para') return parametric(tag);
  if (kind !== 'curv') return undefined;
  const count = tag.getUint32(8);
  if (count === 0) return (level) => level;
  if (count === 1) {
    const gamma = tag.getUint16(12) / 256;
    return (level) => level ** gamma;
  }
  if (count > MOST_CURVE_ENTRIES) return undefined;
  const table = Float64Array.from({ length: count }, (_, entry) => tag.getUint16(12 + 2 * entry) / 65_535);
  return (level) => {
    const place = level * (count - 1);
    const below = Math.min(count - 2, Math.floor(place));
    return table[below]! + (place - below) * (table[below + 1]! - table[below]!);
  };
}

/** The five kinds of ICC.1:2022, table 68. */
function parametric(tag: DataView): Curve | undefined {
  const kind = tag.getUint16(8);
  const counts = [1, 3, 4, 5, 7];
  const length = counts[kind];
  if (length === undefined) return undefined;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length }, (_, n) => fixedAt(tag, 12 + 4 * n));
  const power = (level: number) => Math.max(0, a * level + b) ** g;
  if (kind === 0) return (level) => level ** g;
  if (kind === 1) return (level) => (level >= -b / a ? power(level) : 0);
  if (kind === 2) return (level) => (level >= -b / a ? power(level) + c : c);
  return (level) => (level >= d ? power(level) + e : c * level + f);
}

function fixedAt(view: DataView, at: number): number {
  return view.getInt32(at) / 65_536;
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
}
