import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../protocol/manifest.ts';
import { LANGUAGES, type Language } from '../../core/language.ts';
import { en } from './en.ts';
import { LANGUAGE_NAMES, wordsOf } from './languages.ts';

/** What may be the same as in English: names, signs, numbers, keys, and the words of a field that people keep. */
const ALIKE =
  /^(?:keys|formats|title|dialogs\.help\.canvas|maps\.(?:convention|fits)|backendDetails|maps\.queue)|\.(?:unit|topK|topP|guess)$/;

/** The texts of a table by their places; a function's is what it gives for numbers and names that stand for any. */
function textsOf(value: unknown, place = ''): Map<string, string> {
  const texts = new Map<string, string>();
  const put = (at: string, text: unknown) => {
    if (typeof text === 'string' && text !== '') texts.set(at, text);
  };
  if (typeof value === 'string') put(place, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      for (const [at, text] of textsOf(child, place === '' ? key : `${place}.${key}`)) texts.set(at, text);
    }
  }
  return texts;
}

/** Every place of a table with what kind of thing is there. */
function shapeOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${place}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, child]) => shapeOf(child, `${place}.${key}`));
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const OTHERS = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en');

describe('the languages', () => {
  it('have a name each, and no two the same', () => {
    expect(Object.keys(LANGUAGE_NAMES).toSorted()).toEqual([...LANGUAGES].toSorted());
    expect(new Set(Object.values(LANGUAGE_NAMES)).size).toBe(LANGUAGES.length);
  });

  it.each(OTHERS)('%s has a word wherever English has one, and nothing else', async (language) => {
    // Keyboards differ in what their keys print.
    const { names: _, keys, ...others } = await wordsOf(language);
    const { names: __, keys: englishKeys, ...english } = en;
    expect(shapeOf(others).toSorted()).toEqual(shapeOf(english).toSorted());
    expect(Object.keys(keys)).toEqual(expect.arrayContaining(Object.keys(englishKeys)));
  });

  it.each(OTHERS)('%s has a name for each class, mood and starter of the default bundle', async (language) => {
    const { classes, moods } = parseManifest(json('public/models/landscapes/manifest.json'));
    const { starters } = json('public/starters/index.json') as { starters: { title: string }[] };
    const named = [
      ...classes.map(({ name }) => name),
      ...moods.map(({ name }) => name),
      ...starters.map(({ title }) => title),
    ];
    const { names } = await wordsOf(language);
    expect(Object.keys(names).toSorted()).toEqual(named.toSorted());
    expect(new Set(Object.values(names)).size).toBe(named.length);
  });

  it.each(OTHERS)('%s leaves no sentence in English', async (language) => {
    const english = textsOf(en);
    const texts = textsOf(await wordsOf(language));
    expect(texts.size).toBeGreaterThan(250);
    const same = [...texts].filter(([place, text]) => !ALIKE.test(place) && text === english.get(place));
    // Short words may be the same in both, as "Mode" or "Replay"; sentences not.
    expect(same.filter(([, text]) => text.includes(' ') || text.length > 14)).toEqual([]);
    expect(same.length).toBeLessThan(0.12 * texts.size);
  });

  it.each(OTHERS)('%s keeps names, numbers and files in its sentences', async (language) => {
    const words = await wordsOf(language);
    const file = 'lake.png';
    const size = { width: 640, height: 480 };
    const sentences = [
      words.problems.damaged({ code: 'damaged', file }),
      words.problems['wrong-entry']({ code: 'wrong-entry', file, entry: 'version', reason: 'is not 1' }),
      words.problems['wrong-size']({ code: 'wrong-size', file, size, expected: [{ width: 512, height: 256 }] }),
      words.problems['map-size']({ code: 'map-size', file, size, minimum: 64, maximum: 128 }),
      words.problems['left-out']({ code: 'left-out', files: ['notes.txt', file] }),
      words.problems['not-fetched']({ code: 'not-fetched', file, status: 404 }),
      words.notices.shared({ kind: 'shared', title: file, beside: true }),
      words.pictures.open(file),
      words.maps.originalOf(file),
      words.photo.canvas(file),
      words.arrival.under({ phase: 'reading', name: file }),
    ];
    for (const sentence of sentences) expect(sentence).toContain(file);
    expect(sentences[1]).toContain('version');
    expect(sentences[2]).toMatch(/640.*480.*512.*256/);
    expect(sentences[3]).toMatch(/640.*480.*64.*128/);
    expect(sentences[4]).toContain('notes.txt');
    expect(sentences[5]).toContain('404');
    expect(words.maps.queue.progress(2, 7)).toMatch(/2.*7|7.*2/);
    expect(words.job.rest({ phase: 'sample', purpose: 'paint', done: 1, total: 61, rate: 1 })).toMatch(/1/);
  });

  it.each(OTHERS)('%s writes its numbers as it does everywhere', async (language) => {
    const { formats } = await wordsOf(language);
    expect(formats.decimal(1.25)).toBe(new Intl.NumberFormat(language).format(1.25));
    expect(formats.number(12_345)).toBe(new Intl.NumberFormat(language).format(12_345));
    expect(formats.duration(59.7)).toBe(formats.duration(60));
    expect(formats.duration(119.7)).toBe(formats.duration(120));
  });
});
