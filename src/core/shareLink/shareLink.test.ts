import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCount, isLattice, type Lattice } from '../lattice.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { IoError } from '../problem.ts';
import type { SharedPicture } from './sharedPicture.ts';
import { LINK_VERSION_1 } from './testing/linkVersion1.ts';
import { decodeShareLink, encodeShareLink, MOST_LINK_CHARACTERS } from './shareLink.ts';

const lattices = fc
  .record({ rows: fc.integer({ min: 2, max: 8 }), columns: fc.integer({ min: 2, max: 8 }) })
  .map(({ rows, columns }): Lattice => ({ rows: 4 * rows, columns: 4 * columns }))
  .filter((lattice) => isLattice(lattice));

const pictures: fc.Arbitrary<SharedPicture> = lattices.chain((lattice) =>
  fc.record({
    bundle: fc.stringMatching(/^[a-z0-9-]{1,32}$/),
    codebook: fc.stringMatching(/^[0-9a-f]{64}$/),
    lattice: fc.constant(lattice),
    subCells: fc
      .uint8Array({ min: 1, max: 12, minLength: 16, maxLength: 16 })
      .map((some) => Uint8Array.from({ length: 16 * cellCount(lattice) }, (_, at) => some[(at >> 5) % 16]!)),
    tokens: fc
      .array(fc.integer({ min: -1, max: 1023 }), { minLength: cellCount(lattice), maxLength: cellCount(lattice) })
      .map((tokens) => Int16Array.from(tokens)),
    mood: fc.nat(255),
    zoom: fc.nat(3),
    settings: fc.record({
      temperature: fc.nat(200).map((value) => value / 100),
      topK: fc.integer({ min: 1, max: 1024 }),
      topP: fc.integer({ min: 1, max: 10_000 }).map((value) => value / 10_000),
      guidance: fc.nat(800).map((value) => value / 100),
      seed: fc.nat(0xffffffff),
    }),
    title: fc.constantFrom('', 'A lake', 'Ein See im Mai – 湖', '🏔️'),
  }),
);

const SAMPLE: SharedPicture = {
  bundle: 'landscapes',
  codebook: 'ab'.repeat(32),
  lattice: { rows: 16, columns: 32 },
  subCells: Uint8Array.from({ length: 16 * 512 }, (_, at) => (at < 4096 ? 1 : 9)),
  tokens: Int16Array.from({ length: 512 }, (_, cell) => (cell * 31) % 1024),
  mood: 4,
  zoom: 2,
  settings: { temperature: 0.95, topK: 100, topP: 0.98, guidance: 2, seed: 7 },
  title: 'A lake',
};

/** What a link is refused with; undefined where it is read. */
function refusal(text: string): string | undefined {
  try {
    const { lattice, tokens, subCells } = decodeShareLink(text);
    if (tokens.length !== cellCount(lattice) || subCells.length !== 16 * tokens.length)
      throw new Error('It does not fit.');
    return undefined;
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return error.problem.code;
  }
}

/** The bytes of a link with a checksum that is right, whatever was done to them. */
function resealed(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes.subarray(5)) hash = Math.imul(hash ^ byte, 0x01000193);
  new DataView(bytes.buffer).setUint32(1, hash >>> 0);
  return toBase64url(bytes);
}

describe('base64url', () => {
  it('brings back what it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(fromBase64url(text)).toEqual(Uint8Array.from(bytes));
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });
});

describe('a link', () => {
  it('brings back the picture', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(decodeShareLink(encodeShareLink(picture))).toEqual(picture);
      }),
    );
  });

  it('of before there were zooms opens as any, and one without a zoom is still written so', () => {
    const before = encodeShareLink({ ...SAMPLE, zoom: 0 });
    expect(fromBase64url(before)![0]).toBe(1);
    expect(fromBase64url(encodeShareLink(SAMPLE))![0]).toBe(2);
    expect(decodeShareLink(before)).toEqual({ ...SAMPLE, zoom: 0 });
    expect(decodeShareLink(LINK_VERSION_1)).toMatchObject({ zoom: 0, bundle: 'landscapes' });
    expect(encodeShareLink(decodeShareLink(LINK_VERSION_1))).toBe(LINK_VERSION_1);
  });

  it('with a strength of guidance that no model of now knows still opens', () => {
    const settings = { ...SAMPLE.settings, guidance: 7.5 };
    expect(decodeShareLink(encodeShareLink({ ...SAMPLE, settings })).settings.guidance).toBe(7.5);
  });

  it('with a zoom that there is not is refused', () => {
    expect(refusal(encodeShareLink({ ...SAMPLE, zoom: 4 }))).toBe('link-damaged');
  });

  it('of 512 x 256 takes about a thousand characters', () => {
    expect(encodeShareLink(SAMPLE).length).toBeLessThan(1000);
  });

  it('of the largest picture with a layout of noise is still read', () => {
    const subCells = Uint8Array.from({ length: 16 * 2048 }, (_, at) => 1 + (((at * 2654435761) >>> 20) % 12));
    const tokens = Int16Array.from({ length: 2048 }, (_, cell) => (cell * 577) % 1024);
    const picture = { ...SAMPLE, lattice: { rows: 32, columns: 64 }, subCells, tokens };
    const link = encodeShareLink(picture);
    expect(link.length).toBeLessThan(MOST_LINK_CHARACTERS);
    expect(decodeShareLink(link)).toEqual(picture);
  });

  it('cuts a long title at a whole character', () => {
    const { title } = decodeShareLink(encodeShareLink({ ...SAMPLE, title: '湖'.repeat(99) }));
    expect(title).toBe('湖'.repeat(40));
  });

  it('that was damaged on its way is refused', () => {
    const link = encodeShareLink(SAMPLE);
    fc.assert(
      fc.property(
        fc.nat(link.length - 1),
        fc.constantFrom('A', 'z', '0', '-', '_', ' ', '%'),
        fc.boolean(),
        (at, letter, cut) => {
          const text = cut ? link.slice(0, at) : link.slice(0, at) + letter + link.slice(at + 1);
          expect(text === link || ['link-damaged', 'link-version'].includes(refusal(text) ?? '')).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('made by someone who means harm is refused or a picture, and nothing else', () => {
    const bytes = fromBase64url(encodeShareLink(SAMPLE))!;
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 5, max: bytes.length }),
        (changes, length) => {
          const changed = bytes.slice(0, length % 3 === 0 ? length : undefined);
          for (const [at, value] of changes) if (at > 0 && at < changed.length) changed[at] = value;
          if (refusal(resealed(changed)) === undefined) read++;
          else refused++;
        },
      ),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  it('that unpacks to very much is refused', () => {
    const bomb = encodeShareLink({ ...SAMPLE, subCells: new Uint8Array(3_000_000).fill(1) });
    expect(refusal(bomb)).toBe('link-damaged');
    expect(refusal('A'.repeat(MOST_LINK_CHARACTERS + 1))).toBe('link-damaged');
  });
});
