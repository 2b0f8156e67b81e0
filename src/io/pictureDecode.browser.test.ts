import { describe, expect, it } from 'vitest';
import { decodePicture } from './pictureDecode.ts';
import { encodePicturePng } from '../../workers/files/picturePng.ts';

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
  const pixels = new Uint8ClampedArray(4 * 256 * 128).map((_, at) => (at % 4 === 3 ? 255 : (at * 31) % 256));
  const png = new Blob([encodePicturePng({ pixels, width: 256, height: 128, scale: 1, metadata })]);

  it('is the picture that was saved', async () => {
    const read = await decodePicture(png, { rows: 8, columns: 16 }, 'lake.png');
    const worst = read.reduce((most, value, at) => Math.max(most, Math.abs(value - (pixels[at] ?? 0))), 0);
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('is refused in another size, and when it is none', async () => {
    await expect(decodePicture(png, { rows: 8, columns: 8 }, 'lake.png')).rejects.toThrow('wrong-size');
    const nonsense = new Blob(['nonsense']);
    await expect(decodePicture(nonsense, { rows: 8, columns: 8 }, 'lake.png')).rejects.toThrow('unreadable-picture');
  });
});
