import { OTHER_KEY, TRANSPARENT_KEY } from '../../core/conventions/mapRegion.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import type { Formats } from './formatsOf.ts';

/** What a language calls regions that have no name of their own. */
export interface RegionWords {
  readonly transparent: string;
  readonly other: string;
  readonly label: (digits: string) => string;
}

/** Says what a region is called. Labels have numbers for names. */
export function regionText({ transparent, other, label }: RegionWords): (key: string, name?: string) => string {
  return (key, name) => {
    if (key === TRANSPARENT_KEY) return transparent;
    if (key === OTHER_KEY) return other;
    if (name === undefined) return key;
    return /^\d+$/.test(name) ? label(name) : name;
  };
}

/** Sentences for what is not certain of a map's reading. */
export interface DoubtWords {
  readonly lossy: string;
  readonly inexact: string;
  readonly guessed: string;
  readonly numbers: string;
}

/** What is as good as exact needs no word. */
const EXACT = 0.995;

/** Says what is not certain of a map's reading. */
export function doubtsText(words: DoubtWords, { sentences }: Formats): (map: ReadImport) => string {
  return ({ regions, exact, lossy, convention, unnamed }) => {
    const parts: string[] = [];
    if (lossy) parts.push(words.lossy);
    else if (!unnamed && exact < EXACT) parts.push(words.inexact);
    if (regions.some(({ guessed }) => guessed)) parts.push(words.guessed);
    // Where the file has numbers alone.
    if (convention === undefined && regions.some(({ color }) => color === undefined)) parts.push(words.numbers);
    return sentences(parts);
  };
}
