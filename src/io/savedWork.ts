import * as v from 'valibot';
import { isClassId } from '../core/classes.ts';
import { cellCount, EMPTY_TOKEN, layoutHeight, layoutWidth } from '../core/lattice.ts';
import { isPictureOf } from '../core/picturePixels.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import { pictureToKeep } from '../document/pictureToSave.ts';
import { latticeSchema } from './schemas.ts';

/** Raised with every change that an older page would misread; older versions are turned into this one on reading. */
const VERSION = 2;
const PAGE_CHARACTERS = 65_536;

/**
 * The painted document as the browser's storage has it. Pixels are stored as they are: a copy of 1024 x 512 takes 0.6 ms
 * where a PNG takes 80 ms of the page's own time.
 */
const savedWorkSchema = v.pipe(
  v.object({
    version: v.picklist([1, VERSION]),
    lattice: latticeSchema,
    layout: v.instance(Uint8Array<ArrayBuffer>),
    tokens: v.instance(Int16Array<ArrayBuffer>),
    picture: v.instance(Uint8ClampedArray<ArrayBuffer>),
    /** A photograph's own pixels; an older page, which does not know them, shows them as the picture has them. */
    own: v.optional(
      v.object({ kept: v.instance(Uint8Array<ArrayBuffer>), pixels: v.instance(Uint8ClampedArray<ArrayBuffer>) }),
    ),
    /** What the page's state keeps with the work; its own table says what, and checks it. */
    page: v.pipe(
      v.unknown(),
      v.check((page) => (JSON.stringify(page) ?? '').length <= PAGE_CHARACTERS),
    ),
  }),
  v.check(({ lattice, layout, tokens, picture }) => {
    const cells = cellCount(lattice);
    const isPicture = isPictureOf(picture, cells);
    return layout.length === layoutWidth(lattice) * layoutHeight(lattice) && tokens.length === cells && isPicture;
  }),
  v.check(({ own, tokens }) => {
    if (!own) return true;
    const fits = own.kept.length === tokens.length && isPictureOf(own.pixels, tokens.length);
    return fits && own.kept.every((cell) => cell <= 1);
  }),
  v.check(({ layout, tokens }) => layout.every(isClassId) && tokens.every((token) => token >= EMPTY_TOKEN)),
);

export type SavedWork = v.InferOutput<typeof savedWorkSchema>;

/** What the document is now, without a copy: storing it copies it. Half of a repaint is none: the picture before it is. */
export function workOf(painted: PaintDocument, page: unknown): SavedWork {
  const { lattice, layout } = painted;
  const { tokens, picture, own } = pictureToKeep(painted);
  const ids = layout.ids as Uint8Array<ArrayBuffer>;
  return { version: VERSION, lattice, layout: ids, tokens, picture, page, ...(own && { own }) };
}

/** How much memory its arrays take. */
export function bytesOf({ layout, tokens, picture, own }: SavedWork): number {
  const parts = [layout, tokens, picture, ...(own ? [own.kept, own.pixels] : [])];
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** @returns the work if it is one, whole and within its limits; undefined otherwise. */
export function parseSavedWork(value: unknown): SavedWork | undefined {
  const result = v.safeParse(savedWorkSchema, value);
  return result.success ? result.output : undefined;
}
