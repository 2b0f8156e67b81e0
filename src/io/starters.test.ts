import { describe, expect, it } from 'vitest';
import { parseStarterList } from './starters.ts';
import { parseTokens } from './tokens.ts';

const entry = {
  id: 'lake',
  title: 'A lake',
  lattice: { rows: 8, columns: 12 },
  layout: 'lake.layout.png',
  tokens: 'lake.tokens.bin',
  picture: 'lake.webp',
  mood: 0,
  settings: { temperature: 1, topK: 256, topP: 0.95, guidance: 1, seed: 7 },
  bundle: 'landscapes',
  codebook: 'a'.repeat(64),
};

function listOf(...starters: unknown[]): string {
  return JSON.stringify({ format: 'plein-air-starters', version: 1, starters });
}

describe('the list of starters', () => {
  it('is read as it was written', () => {
    expect(parseStarterList(listOf({ ...entry, zoom: 2 }))).toEqual([{ ...entry, zoom: 2 }]);
    // From before there were zooms.
    expect(parseStarterList(listOf(entry))).toEqual([{ ...entry, zoom: 0 }]);
  });

  it.each([
    ['no JSON', 'nonsense', { code: 'damaged' }],
    ['another format', '{}', { code: 'wrong-entry', entry: 'format' }],
    ['a path out of its folder', listOf({ ...entry, layout: '../secret.png' }), { entry: 'starters.0.layout' }],
    ['an address', listOf({ ...entry, picture: 'https://example.org/a.png' }), { entry: 'starters.0.picture' }],
    [
      'a lattice that cannot be',
      listOf({ ...entry, lattice: { rows: 9, columns: 12 } }),
      { reason: expect.stringContaining('is not a lattice') as unknown },
    ],
    [
      'settings out of range',
      listOf({ ...entry, settings: { ...entry.settings, topP: 0 } }),
      { entry: 'starters.0.settings.topP' },
    ],
  ])('is refused with %s', (_, text, problem) => {
    expect(() => parseStarterList(text)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining(problem) as unknown }),
    );
  });
});

describe('the tokens of a starter', () => {
  const lattice = { rows: 8, columns: 8 };

  it('are little-endian, with -1 for an empty cell', () => {
    const bytes = new Uint8Array(128).fill(255);
    bytes.set([1, 2], 4);
    const tokens = parseTokens(bytes, lattice, 'lake');
    expect([tokens[0], tokens[2], tokens[63]]).toEqual([-1, 513, -1]);
  });

  it('are refused in another number, and below -1', () => {
    expect(() => parseTokens(new Uint8Array(126), lattice, 'lake')).toThrow('damaged');
    const bytes = new Uint8Array(128);
    bytes.set([0xfe, 0xff], 2);
    expect(() => parseTokens(bytes, lattice, 'lake')).toThrow('damaged');
  });
});
