import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesOf, parseManifest } from '../protocol/manifest.ts';
import { ENGINE_CACHE, MODEL_CACHE, modelAddress } from '../protocol/storedFiles.ts';
import { createUseNotes, currentFiles, noteUse, type Storages } from './formerFiles.ts';

const ORIGIN = 'https://page.example';

/** A browser's storage, with files in its caches. */
function storageWith(files: Readonly<Record<string, readonly string[]>>) {
  const items = new Map<string, string>();
  const stored = new Map(Object.entries(files).map(([cache, addresses]) => [cache, new Set(addresses)]));
  const cacheOf = (name: string) => ({
    keys: () => Promise.resolve([...(stored.get(name) ?? [])].map((url) => ({ url }))),
    delete: ({ url }: { url: string }) => Promise.resolve(stored.get(name)!.delete(url)),
  });
  const storages = {
    local: {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
    },
    caches: { open: (name: string) => Promise.resolve(cacheOf(name)) },
    origin: ORIGIN,
  } as unknown as Storages;
  return { storages, has: (cache: string) => [...(stored.get(cache) ?? [])] };
}

let browser: ReturnType<typeof storageWith>;
beforeEach(() => {
  browser = storageWith({ [MODEL_CACHE]: ['old', 'shared', 'new', 'stranger', 'unknown'] });
});

describe('a former model', () => {
  const visit = (...files: string[]) =>
    noteUse('models', { place: `${ORIGIN}/models/`, addresses: files }, browser.storages);
  const models = () => browser.has(MODEL_CACHE);

  it('stays while the newer one was used once, and leaves when it was used twice; what both have stays', async () => {
    await noteUse('models', { place: 'https://stranger.example/', addresses: ['stranger'] }, browser.storages);
    await visit('old', 'shared');
    await visit('new', 'shared');
    expect(models()).toContain('old');
    expect(currentFiles('models', browser.storages.local)).toEqual(new Set(['new', 'shared', 'stranger']));
    await visit('new', 'shared');
    // What was stored before anyone took notes leaves, too; what lies on another host is replaced by nothing of this one.
    expect(models()).toEqual(['shared', 'new', 'stranger']);
  });

  it('stays where it is used again between the two, and takes nothing newer with it however often it is used', async () => {
    await visit('old');
    await visit('new');
    for (let time = 0; time < 3; time++) {
      // oxlint-disable-next-line no-await-in-loop -- one visit after the other.
      await visit('old');
    }
    await visit('new');
    expect(models()).toEqual(['old', 'new']);
    await visit('new');
    expect(models()).toEqual(['new']);
  });

  it('is nobody’s matter where the notes hold something else', async () => {
    browser.storages.local.setItem('plein-air-used-models', '[{"place":3}]');
    await visit('old');
    expect(currentFiles('models', browser.storages.local)).toEqual(new Set(['old']));
  });
});

describe('what is used in a visit', () => {
  const manifest = parseManifest(JSON.parse(readFileSync('public/models/tiny/manifest.json', 'utf8')));
  const step = modelAddress(filesOf(manifest).step!.sha256, ORIGIN);
  const [former, engine] = [`${ORIGIN}/assets/a.gz`, `${ORIGIN}/assets/b.gz`] as const;

  it('is noted once: all files of the model, and the engine', async () => {
    browser = storageWith({ [MODEL_CACHE]: ['unknown', step], [ENGINE_CACHE]: [former, engine] });
    for (const address of [former, engine, engine]) {
      const notes = createUseNotes(() => browser.storages);
      for (let time = 0; time < 3; time++) {
        notes.model({ kind: 'url', url: `${ORIGIN}/models/tiny/manifest.json` }, manifest);
        notes.engine(address);
      }
      expect(browser.has(ENGINE_CACHE)).toContain(former);
      // oxlint-disable-next-line no-await-in-loop -- one visit after the other.
      await new Promise((done) => setTimeout(done));
    }
    expect([browser.has(MODEL_CACHE), browser.has(ENGINE_CACHE)]).toEqual([[step], [engine]]);
    expect(currentFiles('models', browser.storages.local).size).toBe(Object.keys(filesOf(manifest)).length);
  });

  it('stays unnoted where the browser keeps nothing', () => {
    const notes = createUseNotes(() => {
      throw new DOMException('Storage is off.', 'SecurityError');
    });
    expect(() => notes.engine(engine)).not.toThrow();
  });
});
