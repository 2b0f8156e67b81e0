import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../core/language.ts';
import { wordsIn } from '../../core/wordSearch.ts';
import { COMMANDS } from '../../state/commands.ts';
import { en } from '../i18n/en.ts';
import { commandWords } from '../i18n/en/commandWords.ts';
import { wordsOf } from '../i18n/languages.ts';
import { commandWordsOf } from './commandWordsOf.ts';
import { foundCommands } from './foundCommands.ts';

/** Little words are in many names, and nobody looks for them. */
const isSaying = (word: string) => word.length > 2 || /[^a-z]/.test(word);

describe('finding a command', () => {
  it.each(LANGUAGES)(
    '%s: by at least three different words each, and for these it is among the first three',
    async (language) => {
      const [words, further] = [await wordsOf(language), await commandWordsOf(language)];
      const hard = COMMANDS.flatMap(({ id }) => {
        const all = new Set(wordsIn(`${words.commands[id]} ${further[id]}`).filter(isSaying));
        const first = [...all].filter((word) =>
          foundCommands(word, words, further)
            .slice(0, 3)
            .some((found) => found.id === id),
        );
        return first.length < 3 ? [`${id}: ${first.join(', ')}`] : [];
      });
      expect(COMMANDS.length).toBeGreaterThan(80);
      expect(hard).toEqual([]);
    },
  );

  it.each(LANGUAGES)('%s: by its own name first, and by each of its further words', async (language) => {
    const [words, further] = [await wordsOf(language), await commandWordsOf(language)];
    const missed: string[] = [];
    for (const { id } of COMMANDS) {
      expect(foundCommands(words.commands[id], words, further)[0]?.id).toBe(id);
      const each = further[id].split(' ');
      if (new Set(each).size < each.length) missed.push(`${id}: a word twice`);
      for (const word of each) {
        if (!foundCommands(word, words, further).some((found) => found.id === id)) missed.push(`${id}: ${word}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds saving by what people call it, and a group by its name', () => {
    const idsOf = (typed: string) => foundCommands(typed, en, commandWords).map(({ id }) => id);
    const first = ['export', 'downl', 'PNG', 'save pic'].map((typed) => idsOf(typed).slice(0, 3));
    expect(first.filter((ids) => !ids.includes('save'))).toEqual([]);
    expect(idsOf('jpeg')[0]).toBe('export');
    expect(idsOf('tools').length).toBeGreaterThan(10);
    expect(idsOf('xyzzy')).toEqual([]);
    expect(idsOf('')).toHaveLength(COMMANDS.length);
  });
});
