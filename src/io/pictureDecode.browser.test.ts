import { describe, expect, it } from 'vitest';
import { decodePicture } from './pictureDecode.ts';
import { encodePicturePng } from './pictureFile.ts';

const metadata = {
  version: 1 as const,
  bundle: 'landscapes',
  codebook: 'c'.repeat(64),
  decoder: 'd'.repeat(16),
  lattice: { rows: 8, columns: 8 },
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 100, topP: 1, guidance: 1, seed: 1 },
};

describe('a picture that the browser reads', () => {
  const pixels = new Uint8ClampedArray(4 * 32 * 16).map((_, at) => (at % 4 === 3 ? 255 : (at * 31) % 256));
  const png = new Blob([encodePicturePng({ pixels, width: 32, height: 16, scale: 1, metadata })]);

  it('is the picture that was saved', async () => {
    const read = await decodePicture(png, { width: 32, height: 16 }, 'The picture');
    const worst = Math.max(...read.map((value, at) => Math.abs(value - (pixels[at] ?? 0))));
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('is refused in another size, and when it is none', async () => {
    await expect(decodePicture(png, { width: 16, height: 16 }, 'The picture')).rejects.toThrow('32 x 16 pixels where');
    const nonsense = new Blob(['nonsense']);
    await expect(decodePicture(nonsense, { width: 16, height: 16 }, 'It')).rejects.toThrow('cannot read');
  });
});
