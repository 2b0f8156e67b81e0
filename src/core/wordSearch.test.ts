import { describe, expect, it } from 'vitest';
import { findByWords, foldLetters, type Searched } from './wordSearch.ts';

const searched = (name: string, words = '', group = ''): Searched => ({ name, words, group });

const THINGS = [
  searched('Save the picture', 'export download PNG', 'Picture'),
  searched('Save the picture at double size', 'large 2x', 'Picture'),
  searched('Select all', 'everything', 'Edit'),
  searched('Straße mit Bäumen', 'Allee', 'Bild'),
  searched('Étendre à gauche', '', 'Édition'),
  searched('絵を保存', 'ダウンロード', '絵'),
  searched('ブラシを小さく', '細く', 'ツール'),
];

const found = (typed: string) => findByWords(typed, THINGS, (thing) => thing).map(({ name }) => name);

describe('finding by words', () => {
  it('finds by the beginning of any word of name, further words and group', () => {
    expect(found('pict')).toEqual(['Save the picture', 'Save the picture at double size']);
    expect(found('downl')).toEqual(['Save the picture']);
    expect(found('ed')).toEqual(['Select all', 'Étendre à gauche']);
    expect(found('ownload')).toEqual([]);
  });

  it('leaves case, accents and width alone', () => {
    expect(found('etendre A GAUCHE')).toEqual(['Étendre à gauche']);
    expect(found('strasse baumen')).toEqual(['Straße mit Bäumen']);
    expect(found('ｐｎｇ')).toEqual(['Save the picture']);
    expect(foldLetters('Ñandú ÄÖÜ')).toBe('nandu aou');
  });

  it('wants all words that were typed, wherever they are', () => {
    expect(found('double save')).toEqual(['Save the picture at double size']);
    expect(found('save everything')).toEqual([]);
  });

  it('puts the best first: the name itself, then a word of it, a further word, a beginning, the group', () => {
    const all = [
      searched('First', 'sky', ''),
      searched('Skyline'),
      searched('Clear sky'),
      searched('Other', '', 'sky'),
      searched('Sky'),
    ];
    expect(findByWords('sky', all, (one) => one).map(({ name }) => name)).toEqual([
      'Sky',
      'Clear sky',
      'First',
      'Skyline',
      'Other',
    ]);
  });

  it('finds words where a script puts no space between them, in either kana', () => {
    expect(found('保存')).toEqual(['絵を保存']);
    expect(found('ぶらし')).toEqual(['ブラシを小さく']);
    expect(found('だうん')).toEqual(['絵を保存']);
  });

  it('gives all where nothing was typed', () => {
    expect(found(' ')).toHaveLength(THINGS.length);
  });
});
