import * as v from 'valibot';
import { decodeShareLink, MOST_LINK_CHARACTERS } from '../core/shareLink/shareLink.ts';
import type { SharedPicture } from '../core/shareLink/sharedPicture.ts';
import { IoError } from '../core/problem.ts';
import { parseOrThrow } from './schemas.ts';

/** Where the list lies beside the page. */
const GALLERY_URL = 'gallery.json';

const listSchema = v.object({
  format: v.literal('plein-air-gallery', 'is not "plein-air-gallery"'),
  version: v.literal(1, 'is a version that this page does not know'),
  pictures: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MOST_LINK_CHARACTERS))), v.maxLength(200)),
});

/**
 * The pictures of `public/gallery.json`, as links carry them.
 * @throws IoError
 */
export async function loadGallery(): Promise<readonly SharedPicture[]> {
  const response = await fetch(new URL(GALLERY_URL, document.baseURI)).catch(() => undefined);
  if (!response?.ok) throw new IoError({ code: 'not-fetched', file: GALLERY_URL, status: response?.status });
  return parseGallery(await response.text());
}

/** @throws IoError */
export function parseGallery(text: string): readonly SharedPicture[] {
  try {
    const { pictures } = parseOrThrow(listSchema, JSON.parse(text), GALLERY_URL);
    return pictures.map(decodeShareLink);
  } catch (error) {
    // Of a link in it, or of JSON: to a person it is the gallery that is damaged.
    const isOwn = error instanceof IoError && 'file' in error.problem;
    throw isOwn ? error : new IoError({ code: 'damaged', file: GALLERY_URL });
  }
}
