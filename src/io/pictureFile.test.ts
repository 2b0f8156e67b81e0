import { decode, encode } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePicturePng } from '../../workers/files/picturePng.ts';
import { readPictureMetadata, type PictureMetadata } from './pictureFile.ts';

const metadata: PictureMetadata = {
  version: 1,
  bundle: 'landscapes',
  codebook: 'c'.repeat(64),
  decoder: 'd'.repeat(16),
  lattice: { rows: 8, columns: 8 },
  mood: 3,
  zoom: 0,
  settings: { temperature: 0.9, topK: 200, topP: 0.95, guidance: 1.5, seed: 4294967295 },
};

function picture(alpha = 255) {
  const pixels = new Uint8ClampedArray(4 * 8 * 6).map((_, index) => (index % 4 === 3 ? alpha : (index * 37) % 256));
  return { pixels, width: 8, height: 6, metadata };
}

describe('a saved picture', () => {
  it('has the pixels of the picture', () => {
    const { width, height, channels, data } = decode(encodePicturePng({ ...picture(), scale: 1 }));
    expect([width, height, channels]).toEqual([8, 6, 3]);
    const { pixels } = picture();
    expect([...data.subarray(0, 6)]).toEqual([pixels[0], pixels[1], pixels[2], pixels[4], pixels[5], pixels[6]]);
  });

  it('keeps what is not there yet transparent', () => {
    const { channels, data } = decode(encodePicturePng({ ...picture(0), scale: 1 }));
    expect(channels).toBe(4);
    expect(new Uint8ClampedArray(data)).toEqual(picture(0).pixels);
  });

  it('is saved at twice its size', () => {
    const { width, height, data } = decode(encodePicturePng({ ...picture(), scale: 2 }));
    expect([width, height, data.length]).toEqual([16, 12, 3 * 16 * 12]);
  });

  it('says how it was made', () => {
    expect(readPictureMetadata(encodePicturePng({ ...picture(), scale: 2 }), 'a.png')).toEqual(metadata);
  });

  it('may hold any text: a PNG has Latin-1 alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const strange = { ...metadata, note: text };
        const png = encodePicturePng({ ...picture(), scale: 1, metadata: strange });
        const { note } = JSON.parse(decode(png).text['plein-air'] ?? '') as { note: string };
        expect(note).toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});

function outcome(bytes: Uint8Array): string {
  try {
    readPictureMetadata(bytes, 'a.png');
    return 'read';
  } catch (error) {
    return (error as Error).name;
  }
}

describe('reading what a picture says', () => {
  it('finds nothing in a PNG of someone else', () => {
    expect(readPictureMetadata(encode({ width: 1, height: 1, data: new Uint8Array(4) }), 'a.png')).toBeUndefined();
  });

  it('refuses what cannot be, and says which entry it is', () => {
    const claim = (change: object) => {
      const text = { 'plein-air': JSON.stringify({ ...metadata, ...change }) };
      return () => readPictureMetadata(encode({ width: 1, height: 1, data: new Uint8Array(4), text }), 'a.png');
    };
    expect(claim({ lattice: { rows: 4096, columns: 4096 } })).toThrow('"entry":"lattice.rows"');
    expect(claim({ version: 2 })).toThrow('other-version');
    expect(claim({ settings: { ...metadata.settings, seed: -1 } })).toThrow('"entry":"settings.seed"');
    expect(() => readPictureMetadata(new TextEncoder().encode('GIF89a'), 'a.png')).toThrow('not-png');
  });

  it('never ends in anything but a result or a refusal, whatever the bytes', () => {
    const png = encodePicturePng({ ...picture(), scale: 1 });
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.nat(255), (at, value) => {
        const altered = Uint8Array.from(png);
        altered[at] = value;
        expect(['read', 'IoError']).toContain(outcome(altered));
        expect(['read', 'IoError']).toContain(outcome(png.subarray(0, at)));
      }),
    );
  });
});
