import * as v from 'valibot';
import { decodeShareLink, MOST_LINK_CHARACTERS } from '../core/shareLink/shareLink.ts';
import { LinkError, type SharedPicture } from '../core/shareLink/sharedPicture.ts';
import { IoError } from '../core/ioError.ts';
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
 * @throws IoError with one sentence for a person.
 */
export async function loadGallery(): Promise<readonly SharedPicture[]> {
  const response = await fetch(new URL(GALLERY_URL, document.baseURI)).catch(() => undefined);
  if (!response?.ok) throw new IoError('The gallery could not be fetched.');
  return parseGallery(await response.text());
}

/** @throws IoError with one sentence for a person. */
export function parseGallery(text: string): readonly SharedPicture[] {
  try {
    return parseOrThrow(listSchema, JSON.parse(text), 'The gallery').pictures.map(decodeShareLink);
  } catch (error) {
    if (error instanceof LinkError) throw new IoError(`A picture of the gallery cannot be read. ${error.message}`);
    throw error instanceof IoError ? error : new IoError('The gallery is not JSON.');
  }
}
