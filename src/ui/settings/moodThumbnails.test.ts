import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../core/photo/imageHeader.ts';
import { parseManifest } from '../../protocol/manifest.ts';

describe('the pictures of moods', () => {
  it('are those that the default bundle has, and any; one size, and light', () => {
    const { moods } = parseManifest(JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')));
    const wanted = [0, ...moods.map(({ id }) => id)].map((id) => `${id}.webp`);
    const files = readdirSync('public/moods');
    expect(files.toSorted()).toEqual(wanted.toSorted());
    const pictures = files.map((file) => readFileSync(`public/moods/${file}`));
    const header = { format: 'webp', size: { width: 192, height: 128 } };
    expect(pictures.map((bytes) => readImageHeader(bytes))).toEqual(pictures.map(() => header));
    expect(Math.max(...pictures.map(({ length }) => length))).toBeLessThan(8_000);
  });
});
