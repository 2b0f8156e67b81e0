import * as v from 'valibot';
import { isLattice } from '../core/lattice.ts';
import type { SamplingSettings } from '../protocol/paintEngine.ts';
import { ZOOMS } from '../core/zoom.ts';
import { IoError } from '../core/problem.ts';

/** What files and the autosave hold is read as if a stranger had written it: these are the shared parts. */

export const wholeNumber = (minimum: number, maximum: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));

export const latticeSchema = v.pipe(
  v.object({ rows: wholeNumber(1, 256), columns: wholeNumber(1, 256) }),
  v.check(isLattice, 'is not a lattice from 8 x 8 to 192 x 32 cells in steps of 4'),
);

/** 0 any, else a mood of the manifest. */
export const moodSchema = wholeNumber(0, 255);

/** How near a picture is: 0 any. What was made before there were zooms has none. */
export const zoomSchema = v.optional(wholeNumber(0, ZOOMS.length), 0);

export const settingsSchema = v.object({
  temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
  topK: wholeNumber(1, 65_535),
  topP: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
  guidance: v.pipe(v.number(), v.minValue(0), v.maxValue(8)),
  seed: wholeNumber(0, 0xffffffff),
}) satisfies v.GenericSchema<unknown, SamplingSettings>;

export const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a sha256'));
export const decoderIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is not 16 hexadecimal digits'));
export const bundleIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/, 'is not a short name in lower case'));

/** A picture made small, as it lies in the storage. @param most the longer side, in pixels */
export const thumbnailSchema = (most: number) =>
  v.pipe(
    v.object({
      width: wholeNumber(1, most),
      height: wholeNumber(1, most),
      pixels: v.instance(Uint8ClampedArray<ArrayBuffer>),
    }),
    v.check(({ width, height, pixels }) => pixels.length === 4 * width * height),
  );

/**
 * @param file the name of what is read
 * @throws IoError which names the first entry that is wrong; a version that is not known comes before all others
 */
export function parseOrThrow<T>(schema: v.GenericSchema<unknown, T>, value: unknown, file: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const entry = v.getDotPath(issue) ?? '';
  // What is of another format has no version of this one.
  const isOther = entry !== 'format' && result.issues.some((one) => v.getDotPath(one) === 'version');
  throw new IoError(
    isOther ? { code: 'other-version', file } : { code: 'wrong-entry', file, entry, reason: issue.message },
  );
}

/** The same of JSON. @throws IoError */
export function parseJsonOrThrow<T>(schema: v.GenericSchema<unknown, T>, text: string, file: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new IoError({ code: 'damaged', file });
  }
  return parseOrThrow(schema, value, file);
}
