import * as v from 'valibot';
import { CLASSES } from '../core/classes.ts';
import { layoutHeight, layoutWidth } from '../core/lattice.ts';
import { thumbnailOf, type Thumbnail } from '../core/thumbnail.ts';
import { bytesOf, type SavedWork } from './savedWork.ts';
import { latticeSchema, thumbnailSchema, wholeNumber } from './schemas.ts';

/** Longer titles are cut. Characters. */
export const MOST_TITLE = 120;
/** The longer side of a stored thumbnail: as wide as a card of the list. Pixels. */
export const CARD_PIXELS = 224;

/** A picture that a person made, or one that came with a link and that they painted on. */
export const WORK_ORIGINS = ['own', 'link'] as const;
export type WorkOrigin = (typeof WORK_ORIGINS)[number];

const workInfoSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(MOST_TITLE)),
  from: v.picklist(WORK_ORIGINS),
  /** When it was begun, in milliseconds since 1970. */
  created: v.number(),
  lattice: latticeSchema,
  /** About what it takes in the storage, with its history. */
  bytes: wholeNumber(0, 2 ** 40),
  thumbnail: thumbnailSchema(CARD_PIXELS),
  /** It was found to be damaged, or of a newer page. */
  unreadable: v.optional(v.boolean()),
});

/** What the list of pictures shows of a stored document without reading its pixels. */
export interface WorkInfo extends Omit<v.InferOutput<typeof workInfoSchema>, 'thumbnail'> {
  readonly thumbnail: Thumbnail;
}

/** What the list says of a work that nobody has described yet. */
export function describedWork(work: SavedWork): Pick<WorkInfo, 'lattice' | 'bytes' | 'thumbnail'> {
  const { lattice, picture } = work;
  const layout = { width: layoutWidth(lattice), height: layoutHeight(lattice), ids: work.layout };
  return { lattice, bytes: bytesOf(work), thumbnail: thumbnailOf(picture, layout, CLASSES, CARD_PIXELS) };
}

/** @returns undefined for what is none: an older page wrote none, and then it is made of the document itself */
export function parseWorkInfo(value: unknown): WorkInfo | undefined {
  const result = v.safeParse(workInfoSchema, value);
  return result.success ? result.output : undefined;
}
