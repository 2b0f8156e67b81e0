import * as v from 'valibot';
import { isLattice, LATTICE_LIMITS, type Lattice } from '../../core/lattice.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import {
  bundleIdSchema,
  decoderIdSchema,
  hashSchema,
  moodSchema,
  settingsSchema,
  wholeNumber,
  zoomSchema,
} from '../../io/schemas.ts';

/** How a picture was made: goes with it into its file, and says whether a stopped one can go on. */
export const pictureOriginSchema = v.object({
  bundle: bundleIdSchema,
  codebook: hashSchema,
  /** Which decoder made its pixels; undefined where that is not known. */
  decoder: v.optional(decoderIdSchema),
  mood: moodSchema,
  /** What the model was told: 0 any, and never "as the size says". */
  zoom: zoomSchema,
  settings: settingsSchema,
  /** Of the layout by sub-cell, as the model saw it. */
  layoutHash: wholeNumber(0, 0xffffffff),
  /** Whether all of it was painted. */
  finished: v.boolean(),
  /** Where cell (0, 0) lies in the coordinates of the noise, if not there: a picture that was extended to the left. */
  at: v.optional(v.object({ row: wholeNumber(-10_000, 10_000), column: wholeNumber(-10_000, 10_000) })),
  /** What is missing is sampled with all else known, and not as the rest of a picture that was begun at its top. */
  given: v.optional(v.boolean()),
});

export type PictureOrigin = v.InferOutput<typeof pictureOriginSchema>;

/** Whether the bundle reads the picture's tokens as they were meant. */
export function knowsTokensOf(manifest: Manifest | undefined, origin: PictureOrigin | undefined): boolean {
  return manifest !== undefined && origin?.codebook === manifest.codebook.id;
}

/** The same for what is offered: before the manifest is read nothing speaks against it. */
export function mayKnowTokensOf(manifest: Manifest | undefined, origin: PictureOrigin | undefined): boolean {
  return manifest === undefined || knowsTokensOf(manifest, origin);
}

/**
 * Whether what is missing of a picture is sampled with all else known: so it was made, or it is longer than what is painted
 * from the top.
 */
export function isGiven(origin: PictureOrigin | undefined, lattice: Lattice, manifest: Manifest | undefined): boolean {
  return origin?.given === true || !isLattice(lattice, manifest?.lattice ?? LATTICE_LIMITS);
}

/** Whether both were made in the same mood, zoom and settings. */
export function isMadeAlike(a: PictureOrigin, b: PictureOrigin | undefined): boolean {
  const keys = ['temperature', 'topK', 'topP', 'guidance', 'seed'] as const;
  return (
    b !== undefined &&
    a.mood === b.mood &&
    a.zoom === b.zoom &&
    keys.every((key) => a.settings[key] === b.settings[key])
  );
}
