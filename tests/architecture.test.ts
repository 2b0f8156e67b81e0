import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import { drawnLayers } from './drawing.ts';
import { importsOf, sourceFiles, type Import } from './imports.ts';
import { isWithin, layerOf, LAYERS, PACKAGES } from './layers.ts';

const root = resolve(import.meta.dirname, '..');
const files = ['src', 'workers', 'e2e'].flatMap(sourceFiles);
/** Tests see everything; what they test is held to the table. */
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes('/testing/');
const shipped = files.filter((file) => !isTest(file) && !file.endsWith('.d.ts'));
const imports = shipped.flatMap(importsOf);

function violations(check: (one: Import) => string | undefined): string[] {
  return imports.flatMap((one) => check(one) ?? []);
}

function layerViolation({ from, to, isPackage, typeOnly }: Import): string | undefined {
  const layer = layerOf(from);
  if (isPackage || !layer || isWithin(to, layer)) return undefined;
  // The one thread between page and worker: the engine names the worker's file, and imports nothing of it.
  if (layer === 'src/engine' && to.endsWith('.worker.ts')) return undefined;
  if (!LAYERS[layer].some((place) => isWithin(to, place))) {
    return `${from} imports ${to}: ${layer} sees ${LAYERS[layer].join(', ') || 'nothing but itself'}.`;
  }
  if (layer === 'e2e' && isWithin(to, 'src/protocol') && !typeOnly) {
    return `${from} imports ${to}: e2e sees the protocol's types only (import type).`;
  }
  return undefined;
}

function packageViolation({ from, to, isPackage }: Import): string | undefined {
  const places = isPackage ? PACKAGES[to] : undefined;
  if (!places || places.some((place) => isWithin(from, place))) return undefined;
  return `${from} imports the package ${to}: it belongs to ${places.join(', ')}.`;
}

function fileViolation({ from, to, isPackage }: Import): string | undefined {
  if (isPackage || existsSync(resolve(root, to))) return undefined;
  return `${from} imports ${to}, which is not there (imports end in .ts).`;
}

describe('the architecture', () => {
  it('sees the files and their imports', () => {
    expect(shipped.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(shipped.length);
  });

  it('sees imports of every kind', () => {
    const found = importsOf('tests/samples/imports.ts.txt');
    expect(found.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['valibot', false],
      ['tests/samples/a.ts', true],
      ['tests/samples/b.ts', true],
      ['tests/samples/c.ts', false],
      ['tests/samples/d.ts', false],
      ['onnxruntime-web', false],
      ['tests/samples/e.ts', true],
      ['tests/samples/f.worker.ts', false],
    ]);
  });

  it('knows the layer of every file', () => {
    expect(shipped.filter((file) => !layerOf(file))).toEqual([]);
  });

  it('lets imports go one way only', () => {
    expect(violations(layerViolation)).toEqual([]);
  });

  it('is what docs/design.md draws', () => {
    /** As it is drawn: main.ts, and what all see, apart. */
    const short = (place: string) => place.replace(/^src\//, '');
    const seenByAll = new Set(['core', 'protocol']);
    const layers = Object.entries(LAYERS).filter(([layer]) => layer !== 'src/main.ts');
    const lack = (what: string, but: readonly string[]) =>
      layers.filter(([layer, seen]) => !but.includes(layer) && !(seen as readonly string[]).includes(what));
    expect(lack('src/core', ['src/core'])).toEqual([]);
    expect(lack('src/protocol', ['src/core', 'src/protocol'])).toEqual([]);
    const others = (seen: readonly string[]) => seen.map(short).filter((one) => !seenByAll.has(one));
    const table = layers.map(([layer, seen]) => [short(layer), others(seen).toSorted()]);
    const drawn = [...drawnLayers()].map(([layer, seen]) => [layer, seen.toSorted()]);
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(table));
  });

  it('has no circles', () => {
    expect(circlesOf(imports)).toEqual([]);
  });

  it('sees a circle, however long', () => {
    const link = (from: string, to: string): Import => ({ from, to, isPackage: false, typeOnly: true });
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd'), link('d', 'e')];
    expect(circlesOf(links)).toEqual([['a', 'b', 'c']]);
  });

  it('keeps packages where they belong', () => {
    expect(violations(packageViolation)).toEqual([]);
  });

  it('names files that are there', () => {
    expect(violations(fileViolation)).toEqual([]);
  });
});
