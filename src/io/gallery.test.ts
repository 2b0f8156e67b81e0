import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EMPTY_TOKEN, layoutHeight, layoutWidth } from '../core/lattice.ts';
import { parseManifest } from '../protocol/manifest.ts';
import { parseGallery } from './gallery.ts';

const text = readFileSync('public/gallery.json', 'utf8');
const manifest = parseManifest(JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')));

describe('the gallery of the repository', () => {
  const pictures = parseGallery(text);

  it('has at least 24 whole pictures of the default bundle, each with a title of its own', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(24);
    expect(new Set(pictures.map(({ title }) => title)).size).toBe(pictures.length);
    for (const { codebook, tokens } of pictures) {
      expect(codebook).toBe(manifest.codebook.id);
      expect(tokens.includes(EMPTY_TOKEN)).toBe(false);
    }
  });

  it('shows different sizes from 256 x 256 to 1024 x 512, most classes and several moods', () => {
    const sizes = new Set(pictures.map(({ lattice }) => `${layoutWidth(lattice)} x ${layoutHeight(lattice)}`));
    expect(sizes).toContain('256 x 256');
    expect(sizes).toContain('1024 x 512');
    expect(sizes.size).toBeGreaterThan(3);
    expect(new Set(pictures.flatMap(({ subCells }) => [...subCells])).size).toBeGreaterThanOrEqual(10);
    expect(new Set(pictures.map(({ mood }) => mood)).size).toBeGreaterThanOrEqual(6);
  });
});

it.each([
  ['no JSON', '{', 'damaged'],
  ['another format', '{"format":"x","version":1,"pictures":[]}', 'wrong-entry'],
  ['a damaged picture', '{"format":"plein-air-gallery","version":1,"pictures":["AAAA"]}', 'damaged'],
])('a gallery with %s is refused', (_, given, code) => {
  expect(() => parseGallery(given)).toThrow(code);
});
