/** What is looked through: each part is a text of words. */
export interface Searched {
  readonly name: string;
  /** Further words that mean the same. */
  readonly words: string;
  readonly group: string;
}

/** A word of scripts that put none between their words may begin at any of its letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Letters as people compare them: without case, accents and width, and katakana as hiragana. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

export function wordsIn(text: string): readonly string[] {
  return foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How far a typed word is from a part of what is looked through: lower is better. */
interface Costs {
  readonly whole: number;
  readonly beginning: number;
  /** Within a word of a script without spaces. */
  readonly within: number;
}

const COSTS: Readonly<Record<keyof Searched, Costs>> = {
  name: { whole: 0, beginning: 2, within: 1 },
  words: { whole: 1, beginning: 3, within: 4 },
  group: { whole: 6, beginning: 7, within: 8 },
};

/** What the name itself as it was typed is better than any name that has its words. */
const NAME_ITSELF = -2;
const NAME_BEGINS = -0.5;

function costOf(typed: string, among: readonly string[], { whole, beginning, within }: Costs): number {
  let best = Infinity;
  for (const word of among) {
    if (word === typed) return whole;
    if (word.startsWith(typed)) best = Math.min(best, UNSPACED.test(typed) ? Math.min(beginning, within) : beginning);
    else if (UNSPACED.test(typed) && word.includes(typed)) best = Math.min(best, within);
  }
  return best;
}

/**
 * Finds what has all of the words that were typed, or words that begin with them, in its name, its further words or its group.
 * @returns the best first; what is equally good in the order it came in; all of it where nothing was typed
 */
export function findByWords<T>(typed: string, all: readonly T[], textOf: (one: T) => Searched): readonly T[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return all;
  const joined = wanted.join(' ');
  const found = all.flatMap((one) => {
    const text = textOf(one);
    const parts = (['name', 'words', 'group'] as const).map((part) => [wordsIn(text[part]), COSTS[part]] as const);
    const name = parts[0]![0].join(' ');
    let cost = name === joined ? NAME_ITSELF : name.startsWith(joined) ? NAME_BEGINS : 0;
    for (const word of wanted) cost += Math.min(...parts.map(([among, costs]) => costOf(word, among, costs)));
    return cost === Infinity ? [] : [{ one, cost }];
  });
  return found.toSorted((a, b) => a.cost - b.cost).map(({ one }) => one);
}
