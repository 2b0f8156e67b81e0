import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLASSES } from '../core/classes.ts';
import { OWN_WINDOW } from '../core/attentionWindow.ts';
import { capabilitiesOf, fittingGuidance } from './capabilities.ts';
import { fileOf, filesOf, namesOf, parseManifest, windowOf, type Manifest } from './manifest.ts';

const read = (bundle: string): unknown => JSON.parse(readFileSync(`public/models/${bundle}/manifest.json`, 'utf8'));
const readSliding = (): Record<string, unknown> =>
  JSON.parse(readFileSync('training/parity/tiny-sliding/manifest.json', 'utf8')) as Record<string, unknown>;

/** The default manifest with one entry changed, by its path. */
function changed(path: string, value: unknown): unknown {
  const manifest = read('landscapes') as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, manifest);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return manifest;
}

test('the bundles of the repository have manifests that the page reads', () => {
  for (const bundle of ['landscapes', 'tiny']) {
    const manifest = parseManifest(read(bundle));
    expect(manifest.id).toBe(bundle);
    expect(Object.keys(filesOf(manifest))).toHaveLength(7);
  }
});

test('a manifest without a kind is of kind lattice', () => {
  expect(read('landscapes')).not.toHaveProperty('kind');
  expect(parseManifest(read('landscapes')).kind).toBe('lattice');
});

test('pictures have as many pixels to a cell as the manifest says: 32 now, 16 in bundles of before', () => {
  expect(parseManifest(read('landscapes')).lattice.cellPixels).toBe(32);
  expect(parseManifest(read('tiny')).lattice.cellPixels).toBe(32);
  for (const side of [8, 16]) expect(parseManifest(changed('lattice.cellPixels', side)).lattice.cellPixels).toBe(side);
});

test('a manifest of kind sliding has its own graphs, and no moods', () => {
  const manifest = parseManifest(readSliding());
  expect(manifest.kind).toBe('sliding');
  expect(Object.keys(filesOf(manifest))).toEqual(['condition', 'step', 'decoder', 'swatches']);
  expect(fileOf(manifest, 'condition').file).toBe('condition.onnx');
  expect(() => fileOf(manifest, 'encoder')).toThrow(/no encoder/);
});

test.each([
  ['kind', 'other', /"kind" is wrong/],
  ['moods', [{ id: 1, name: 'x', swatches: ['#000000', '#000000', '#000000'] }], /"moods" is wrong/],
  ['window', { rows: 8, columns: 8 }, /"window.rows" is wrong/],
  ['lattice', { minimum: 8 }, /"lattice.minimum" is wrong/],
])('a sliding manifest whose %s is %j is refused with a sentence that names it', (entry, value, sentence) => {
  expect(() => parseManifest({ ...readSliding(), [entry]: value })).toThrow(sentence);
});

test('what a model cannot do is known from its kind; before there is a manifest it is the page’s own', () => {
  expect(capabilitiesOf(parseManifest(readSliding()))).toEqual({ guidance: false, repaint: false, zoom: false });
  expect(capabilitiesOf(parseManifest(read('tiny')))).toMatchObject({ guidance: true, repaint: true });
  expect(capabilitiesOf(parseManifest(changed('zooms', 3))).zoom).toBe(true);
  expect(capabilitiesOf(parseManifest(changed('zooms', undefined))).zoom).toBe(false);
  expect(capabilitiesOf(undefined)).toEqual({ guidance: true, repaint: true, zoom: false });
});

test('a window has its own columns to either side; one of before has as many on both', () => {
  const narrow = { rows: 8, left: 8, right: 3 };
  expect(windowOf(parseManifest(changed('window', narrow)))).toEqual(narrow);
  const before = parseManifest(changed('window', { rows: 8, columns: 8 }));
  expect(windowOf(before)).toEqual({ rows: 8, left: 8, right: 8 });
  expect(windowOf(parseManifest(before))).toEqual({ rows: 8, left: 8, right: 8 });
  expect(windowOf(undefined)).toEqual(OWN_WINDOW);
});

test('guidance takes two passes unless the manifest says that it is distilled, and then ends at 4', () => {
  const distilled = parseManifest(changed('guidance', 'distilled'));
  const passes = parseManifest(changed('guidance', undefined));
  expect([1, 4, 6].map((strength) => fittingGuidance(distilled, strength))).toEqual([1, 4, 4]);
  expect([0, 4, 6].map((strength) => fittingGuidance(passes, strength))).toEqual([0, 4, 6]);
  expect(fittingGuidance(distilled, 0)).toBe(1);
  expect(fittingGuidance(parseManifest(readSliding()), 3)).toBe(1);
});

test('the default bundle has the classes that the page shows before it is there', () => {
  expect(parseManifest(read('landscapes')).classes).toEqual(CLASSES);
});

test('the default bundle is under 40 MB, and no file of it above what static hosts take', () => {
  const sizes = Object.values(filesOf(parseManifest(read('landscapes')))).map(({ bytes }) => bytes);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(40_000_000);
  expect(Math.max(...sizes)).toBeLessThan(25 * 1024 * 1024);
});

test.each([
  ['format', 'something else'],
  ['version', 2],
  ['id', '../landscapes'],
  ['title', ''],
  ['codebook.codes', 1e9],
  ['codebook.id', 'abc'],
  ['classes', []],
  ['classes.0.color', 'url(https://example.org)'],
  ['classes.1.id', 1],
  ['moods.0.swatches', ['#000000']],
  ['lattice.cellPixels', 12],
  ['window', { rows: 8, left: 8, right: 0 }],
  ['window', { rows: 8 }],
  ['window', { rows: 99, columns: 8 }],
  ['guidance', 'three passes'],
  ['zooms', 7],
  ['graphs.step', undefined],
  ['graphs.step.file', '../../secret.onnx'],
  ['graphs.step.file', 'https://example.org/step.onnx'],
  ['graphs.segmenter.licence', undefined],
  ['graphs.step.bytes', -1],
  ['graphs.step.bytes', 1e12],
  ['graphs.step.pieces', 1],
  ['graphs.step.pieces', 1e6],
  ['graphs.step.sha256', 'A'.repeat(64)],
  ['decoder.features.halo', 1.5],
  ['selfTest.tile.rgb', [1, 2, 3]],
  ['about.summary', 'long'.repeat(1000)],
])('a manifest whose %s is %j is refused with a sentence that names it', (path, value) => {
  const entry = path.split('.').slice(0, 2).join('.').replace('classes.1', 'classes');
  expect(() => parseManifest(changed(path, value))).toThrow(
    new RegExp(`^The manifest's entry "${entry}.*" is wrong: .*\\.$`),
  );
});

test('a file has one name, or those of its pieces', () => {
  expect(namesOf({ file: 'step.onnx' })).toEqual(['step.onnx']);
  expect(namesOf({ file: 'step.onnx', pieces: 2 })).toEqual(['step.onnx.1.bin', 'step.onnx.2.bin']);
});

test.each([null, 'text', 7, [], {}])('%j is no manifest', (value) => {
  expect(() => parseManifest(value)).toThrow(/^The manifest's entry/);
});

test('what a manifest says beside its entries is left behind', () => {
  const manifest = parseManifest({ ...(read('tiny') as Manifest), script: 'alert(1)' });
  expect(manifest).not.toHaveProperty('script');
});
