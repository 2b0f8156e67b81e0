import * as v from 'valibot';
import { PICTURE_KEYWORD, readPngText } from '../core/pngChunks.ts';
import {
  bundleIdSchema,
  decoderIdSchema,
  hashSchema,
  latticeSchema,
  moodSchema,
  parseJsonOrThrow,
  settingsSchema,
  zoomSchema,
} from './schemas.ts';

const metadataSchema = v.object({
  version: v.literal(1, 'is a version that this page does not know'),
  bundle: bundleIdSchema,
  codebook: hashSchema,
  /** Which decoder made its pixels, where that is known. */
  decoder: v.optional(decoderIdSchema),
  lattice: latticeSchema,
  mood: moodSchema,
  zoom: zoomSchema,
  /** With the seed. */
  settings: settingsSchema,
});

/** What a saved picture says of itself: how it was made, so that it can be made again. */
export type PictureMetadata = v.InferOutput<typeof metadataSchema>;

/**
 * @returns what the picture says of itself; undefined for a PNG of someone else's.
 * @throws IoError if the file is no PNG, or what it says cannot be
 */
export function readPictureMetadata(bytes: Uint8Array, file: string): PictureMetadata | undefined {
  const text = readPngText(bytes, PICTURE_KEYWORD, file);
  return text === undefined ? undefined : parseJsonOrThrow(metadataSchema, text, file);
}
