import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLink } from './findLink.ts';
import { IoError } from '../problem.ts';
import { decodeShareLink, encodeShareLink } from './shareLink.ts';

const LINK = encodeShareLink({
  bundle: 'landscapes',
  codebook: 'ab'.repeat(32),
  lattice: { rows: 16, columns: 32 },
  subCells: Uint8Array.from({ length: 16 * 512 }, (_, at) => (at < 4096 ? 1 : 9)),
  tokens: Int16Array.from({ length: 512 }, (_, cell) => (cell * 31) % 1024),
  mood: 4,
  settings: { temperature: 0.95, topK: 100, topP: 0.98, guidance: 2, seed: 7 },
  zoom: 0,
  title: 'A lake',
});
const ADDRESS = `https://example.org/plein-air/?bundle=models/landscapes/manifest.json#p=${LINK}`;
const wrapped = (width: number, by: string) => ADDRESS.match(new RegExp(`.{1,${width}}`, 'g'))!.join(by);

describe('a link in a text', () => {
  it.each([
    ['as it is', ADDRESS],
    ['its fragment alone', `#p=${LINK}`],
    ['with a full stop', `Look: ${ADDRESS}.`],
    ['with other punctuation', `${ADDRESS}?!…`],
    ['in brackets', `(see <${ADDRESS}>)`],
    ['in Markdown', `[a lake](${ADDRESS}) and **more**`],
    ['in emphasis', `_${ADDRESS}_ and __more__`],
    ['with its underscores escaped', ADDRESS.replaceAll('_', String.raw`\_`)],
    ['with words behind it', `${ADDRESS} is what I painted today`],
    ['with a space at the end', `${ADDRESS}%20`],
    ['with spaces within', `${ADDRESS.slice(0, 300)}%20${ADDRESS.slice(300)}`],
    ['with its fragment encoded', ADDRESS.replace('#p=', '%23p%3D')],
    ['with its sign encoded', ADDRESS.replace('#p=', '#p%3D')],
    ['all of it encoded', `https://example.com/?to=${encodeURIComponent(ADDRESS)}`],
    ['encoded twice', encodeURIComponent(encodeURIComponent(ADDRESS))],
    ['from an e-mail', wrapped(70, '=\r\n').replace('#p=', '#p=3D')],
    ['from an e-mail, unfolded', ADDRESS.replace('#p=', '#p=3D')],
    ['wrapped', wrapped(72, '\n')],
    ['wrapped with spaces', wrapped(40, '  \r\n  ')],
    ['wrapped in a quotation', `> ${wrapped(72, '\n> ')}`],
    ['with invisible spaces', wrapped(50, '\u200b')],
    ['with a soft hyphen and a mark', `\ufeff${wrapped(99, '\u00ad')}`],
    ['with parameters behind it', `${ADDRESS}&utm_source=chat&fbclid=IwAR1`],
    ['with more behind it', `${ADDRESS}?fbclid=IwAR1`],
    ['with a text fragment', `${ADDRESS}:~:text=lake`],
  ])('is found %s', (_, text) => {
    expect(findLink(text)).toBe(LINK);
  });

  it('is found in all that may happen at once', () => {
    const before = fc.constantFrom('', 'See ', '(', '<', '> ', '\ufeff');
    const after = fc.constantFrom('', '.', ')', '>', ' – nice!', '%20', '&utm_source=x', '\u200b.', '**', '…');
    const at = fc.integer({ min: ADDRESS.length - LINK.length, max: ADDRESS.length - 1 });
    const within = fc.array(fc.tuple(at, fc.constantFrom('\n', '\r\n', '%20', '\u200b', '\u00ad', ' ')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(before, after, within, (head, tail, breaks) => {
        let text = ADDRESS;
        for (const [place, mark] of breaks.toSorted(([a], [b]) => b - a))
          text = text.slice(0, place) + mark + text.slice(place);
        expect(findLink(head + text + tail)).toBe(LINK);
      }),
      { numRuns: 300 },
    );
  });

  it('is none where a text has none', () => {
    for (const text of [
      '',
      'hello',
      'https://example.org/#page=2',
      'https://example.org/#p=2',
      `p=${LINK}`,
      '#p=A word',
    ]) {
      expect(findLink(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => findLink(text.replaceAll(/[#%]/g, '')) === undefined),
    );
  });

  it('that was cut is found, and says so, whatever its length', () => {
    const problemOf = (link: string) => {
      try {
        decodeShareLink(link);
      } catch (error) {
        if (error instanceof IoError) return error.problem.code;
        throw error;
      }
      return undefined;
    };
    for (let length = 0; length < LINK.length; length++) {
      expect(problemOf(LINK.slice(0, length))).toBe('link-damaged');
    }
    for (let length = 8; length < LINK.length; length += 13) {
      expect(findLink(`Look: https://example.org/#p=${LINK.slice(0, length)}`)).toBe(LINK.slice(0, length));
    }
  });
});
