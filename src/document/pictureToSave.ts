import { keptPicture } from '../core/photo/ownPixels.ts';
import type { HeldPicture, PaintDocument } from './paintDocument.ts';

/** The picture for files and links: while a job writes over one that comes back unless it ends well, that one. */
export function pictureToSave(document: PaintDocument): HeldPicture {
  return document.held ?? document;
}

/** The same for storage and projects: cells that are about to be decoded anew have no pixels, and get them when it is opened. */
export function pictureToKeep(document: PaintDocument): HeldPicture {
  const { held, tokens, picture, own, resampled, lattice } = document;
  if (held || !resampled.includes(1)) return held ?? document;
  const kept = resampled.map((cell) => 1 - cell);
  return { tokens, own, picture: keptPicture({ kept, pixels: picture }, lattice) };
}
