import type { HeldPicture, PaintDocument } from './paintDocument.ts';

/** The picture for files, links and storage: while a job writes over one that comes back unless it ends well, that one. */
export function pictureToSave(document: PaintDocument): HeldPicture {
  return document.held ?? document;
}
