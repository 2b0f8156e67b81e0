/** What a picture that comes from elsewhere seems to be. */
export type PictureKind = 'photograph' | 'map';

/** A map's colours are few … */
const MAIN_COLORS = 16;
/**
 * … and lie in areas: at least this share of the pixels has one of the 16 most frequent colours, and at least this share
 * of neighbours is alike. Of 159 photographs none passes for a map, of 1,001 maps (with white or without, scaled up
 * smoothly, as JPEGs) none for a photograph.
 */
const LEAST = 0.55;

/**
 * A sky that was too bright for the camera is white, and as flat as a map: what is clipped tells nothing, unless there is
 * hardly anything else. Of 158 photographs whose upper 62 % are white all passed for maps before, and three do; of as many that are
 * overexposed none does.
 */
const LEAST_REST = 0.05;
/** The rest of a map has more edges than all of it. */
const LEAST_OF_REST = 0.4;
const WHITE = 250;
const BLACK = 5;

/**
 * Tells a photograph from a segmentation map by its pixels as they are: maps are flat.
 * @param words a pixel each, in rows of `width` that need not be neighbours
 */
export function pictureKindOf(words: Uint32Array, width: number): PictureKind {
  const clipped = words.reduce((sum, word) => sum + (isClipped(word) ? 1 : 0), 0);
  const isRest = words.length - clipped >= LEAST_REST * words.length;
  const isMap =
    isFlat(words, width, LEAST, () => true) &&
    (!isRest || isFlat(words, width, LEAST_OF_REST, (word) => !isClipped(word)));
  return isMap ? 'map' : 'photograph';
}

function isFlat(words: Uint32Array, width: number, least: number, counts: (word: number) => boolean): boolean {
  const frequencies = new Map<number, number>();
  let pixels = 0;
  let pairs = 0;
  let alike = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!counts(word)) continue;
    pixels++;
    frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    if (at % width === 0 || !counts(words[at - 1]!)) continue;
    pairs++;
    if (word === words[at - 1]) alike++;
  }
  const main = [...frequencies.values()].toSorted((a, b) => b - a).slice(0, MAIN_COLORS);
  const share = main.reduce((sum, count) => sum + count, 0) / pixels;
  return share >= least && alike >= least * pairs;
}

/** Whatever stands in the highest byte. */
function isClipped(word: number): boolean {
  const channels = [word & 0xff, (word >> 8) & 0xff, (word >> 16) & 0xff];
  return channels.every((level) => level >= WHITE) || channels.every((level) => level <= BLACK);
}
