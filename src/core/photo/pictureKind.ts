/** What a picture that comes from elsewhere seems to be. */
export type PictureKind = 'photograph' | 'map';

/** A map's colours are few … */
const MAIN_COLORS = 16;
/**
 * … and lie in areas: at least this share of the pixels has one of the 16 most frequent colours, and at least this share
 * of neighbours is alike. Of 1,594 photographs (in colour, in grey, of 64 colours, as poor JPEGs) two pass for maps; of 822
 * maps (in colour, in grey, scaled up smoothly, as JPEGs) none passes for a photograph.
 */
const LEAST = 0.55;

/**
 * Tells a photograph from a segmentation map by its pixels as they are: maps are flat.
 * @param words a pixel each, in rows of `width` that need not be neighbours
 */
export function pictureKindOf(words: Uint32Array, width: number): PictureKind {
  const counts = new Map<number, number>();
  let alike = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (at % width !== 0 && word === words[at - 1]) alike++;
  }
  const pairs = words.length - words.length / width;
  const main = [...counts.values()].toSorted((a, b) => b - a).slice(0, MAIN_COLORS);
  const share = main.reduce((sum, count) => sum + count, 0) / words.length;
  return share >= LEAST && alike / pairs >= LEAST ? 'map' : 'photograph';
}
