import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noise } from '../noise.ts';
import { moodSpaceOf, parseManifest } from '../../protocol/manifest.ts';
import { nearestMood } from './mood.ts';
import { moodFeatures } from './moodFeatures.ts';

const [ROWS, COLUMNS] = [12, 10];
type Vector = [seed: number, least: number, most: number, features: number[], mood: number];

/** The picture of noise that `training/plein_air/parity.py` describes. */
function pictureOf(seed: number, least: number, most: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 4 * ROWS * COLUMNS }, (_, at) => {
    const [pixel, channel] = [Math.floor(at / 4), at % 4];
    if (channel === 3) return 255;
    const value = noise(seed, Math.floor(pixel / COLUMNS), 3 * (pixel % COLUMNS) + channel);
    return least + Math.floor(value * (most - least));
  });
}

test('features and mood of a picture are those of Python', () => {
  const vectors = JSON.parse(readFileSync('training/parity/mood.json', 'utf8')) as Vector[];
  const manifest = parseManifest(JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')));
  expect(vectors.length).toBeGreaterThan(4);
  for (const [seed, least, most, expected, mood] of vectors) {
    const features = moodFeatures(pictureOf(seed, least, most), COLUMNS);
    expected.forEach((value, n) => expect(features[n]).toBeCloseTo(value, 9));
    expect(manifest.moods[nearestMood(features, moodSpaceOf(manifest)!)]?.id).toBe(mood);
  }
});

test('a picture without a top third has the first mood, however little can be said of it', () => {
  const manifest = parseManifest(JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')));
  const features = moodFeatures(new Uint8ClampedArray(4 * 2 * COLUMNS).fill(99), COLUMNS);
  expect(features.some(Number.isNaN)).toBe(true);
  expect(nearestMood(features, moodSpaceOf(manifest)!)).toBe(0);
});
