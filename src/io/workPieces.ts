import * as v from 'valibot';
import { joinBytes } from '../core/joinBytes.ts';
import { wholeNumber } from './schemas.ts';

/**
 * How much of a picture's pixels goes into the storage in one task of the page. The browser copies it there and back, and packs it: 8 MB
 * at once took 90 ms of the page's own time, and a piece takes up to ten.
 */
const PIECE_BYTES = 1024 * 1024;

type Pixels = Uint8ClampedArray<ArrayBuffer>;

const cutSchema = v.object({
  first: wholeNumber(0, 4096),
  pieces: wholeNumber(1, 4096),
  length: wholeNumber(1, 2 ** 28),
});
/** The work without its long arrays, each of which has left a note of where its pieces lie. */
const cutWorkSchema = v.object({
  cut: v.literal(1),
  pieces: wholeNumber(1, 8192),
  work: v.looseObject({
    picture: v.optional(v.unknown()),
    own: v.optional(v.looseObject({ pixels: v.optional(v.unknown()) })),
  }),
});

export type CutWork = v.InferOutput<typeof cutWorkSchema>;

/**
 * A work as it is stored: where it is large, without its pixels, which lie beside it.
 * @returns pieces that are copies: the document may be painted on while they are stored
 */
export function cutWork(work: unknown): { readonly work: unknown; readonly pieces: readonly Pixels[] } {
  const whole = v.safeParse(cutWorkSchema.entries.work, work);
  const pieces: Pixels[] = [];
  if (!whole.success) return { work, pieces };
  const cut = (value: unknown) => {
    if (!(value instanceof Uint8ClampedArray) || value.length <= PIECE_BYTES) return value;
    const first = pieces.length;
    for (let at = 0; at < value.length; at += PIECE_BYTES) pieces.push(value.slice(at, at + PIECE_BYTES));
    return { first, pieces: pieces.length - first, length: value.length };
  };
  const { picture, own, ...rest } = whole.output;
  const next = { ...rest, picture: cut(picture), ...(own && { own: { ...own, pixels: cut(own.pixels) } }) };
  return pieces.length === 0 ? { work, pieces } : { work: { cut: 1, pieces: pieces.length, work: next }, pieces };
}

/** @returns undefined for what was stored as a whole */
export function readCutWork(stored: unknown): CutWork | undefined {
  const parsed = v.safeParse(cutWorkSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

/** The work again; with a hole where a piece is missing or is none, so that it is no work. */
export function joinWork({ work }: CutWork, pieces: readonly unknown[]): unknown {
  const join = (value: unknown) => {
    const parsed = v.safeParse(cutSchema, value);
    if (!parsed.success) return value;
    const { first, pieces: count, length } = parsed.output;
    const parts = pieces.slice(first, first + count).filter((piece) => piece instanceof Uint8ClampedArray);
    if (parts.reduce((sum, part) => sum + part.length, 0) !== length) return undefined;
    return new Uint8ClampedArray(joinBytes(parts).buffer);
  };
  const { picture, own, ...rest } = work;
  return { ...rest, picture: join(picture), ...(own && { own: { ...own, pixels: join(own.pixels) } }) };
}
