import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/protocol/manifest.ts';
import type { PaintRequest } from '../../src/protocol/paintEngine.ts';
import { checkPaintRequest } from './checkRequest.ts';

function manifestWith(entries: object) {
  const stored = JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')) as Record<string, unknown>;
  const { guidance: _guidance, zooms: _zooms, ...manifest } = stored;
  return parseManifest({ ...manifest, ...entries });
}

const TWO_PASSES = manifestWith({});
const DISTILLED = manifestWith({ guidance: 'distilled', zooms: 3 });

function requestOf(zoom: number, guidance: number): PaintRequest {
  return {
    lattice: { rows: 8, columns: 8 },
    subCells: new Uint8Array(8 * 8 * 16).fill(1),
    mood: 0,
    zoom,
    settings: { temperature: 1, topK: 10, topP: 1, guidance, seed: 1 },
  };
}

test.each([
  ['a strength that two passes compute', TWO_PASSES, 0, 6],
  ['the strengths that were trained', DISTILLED, 3, 4],
  ['the model itself', DISTILLED, 0, 1],
])('%s is let through', (_, manifest, zoom, guidance) => {
  expect(() => checkPaintRequest(requestOf(zoom, guidance), manifest)).not.toThrow();
});

test.each([
  // The graph takes the logarithm of the strength: of 0 there is none.
  ['a strength below what was trained', DISTILLED, 0, 0.5, 'within 1..4'],
  ['a strength above it', DISTILLED, 0, 4.5, 'within 1..4'],
  ['a strength beyond all', TWO_PASSES, 0, 9, 'within 0..8'],
  ['no number', DISTILLED, 0, NaN, 'within 1..4'],
  ['a zoom, of a model without', TWO_PASSES, 1, 1, 'this zoom'],
  ['a zoom that there is not', DISTILLED, 4, 1, 'this zoom'],
  ['half a zoom', DISTILLED, 1.5, 1, 'this zoom'],
])('%s is refused with a sentence', (_, manifest, zoom, guidance, sentence) => {
  expect(() => checkPaintRequest(requestOf(zoom, guidance), manifest)).toThrow(sentence);
});
