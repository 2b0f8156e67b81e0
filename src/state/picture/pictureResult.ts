import * as v from 'valibot';
import { THUMBNAIL_PIXELS, type Thumbnail } from '../../core/thumbnail.ts';
import type { DocumentHistory } from '../../document/documentHistory.ts';
import { thumbnailSchema, wholeNumber } from '../../io/schemas.ts';
import { pictureOriginSchema, type PictureOrigin } from './pictureOrigin.ts';
import type { Coverage } from '../pageState.ts';

/** What the history notes of each picture: how it was made and what it looks like. */
export interface PictureResult {
  /** Undefined where there is no picture, or nobody knows how it was made. */
  readonly origin: PictureOrigin | undefined;
  readonly coverage: Coverage;
  readonly thumbnail: Thumbnail;
  /** When it was first noted, in milliseconds since 1970. */
  readonly time: number;
  readonly bytes: number;
}

export type PictureHistory = DocumentHistory<PictureResult>;

const resultSchema = v.object({
  origin: v.optional(pictureOriginSchema),
  coverage: v.picklist(['none', 'partial', 'whole']),
  thumbnail: thumbnailSchema(THUMBNAIL_PIXELS),
  time: v.number(),
  bytes: wholeNumber(0, 2 ** 30),
});

/** @returns undefined for what the storage has in place of such a note */
export function parsePictureResult(value: unknown): PictureResult | undefined {
  const result = v.safeParse(resultSchema, value);
  return result.success ? { ...result.output, origin: result.output.origin } : undefined;
}
