import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { filesOf, parseManifest } from '../../src/protocol/manifest.ts';
import type { loadRuntime, runtimeSize } from '../ort/runtime.ts';
import { LoadedBundle } from './loadedBundle.ts';

// Nothing is run, and Node has no loader for the runtime's WebAssembly.
vi.mock(import('../ort/runtime.ts'), () => ({
  loadRuntime: vi.fn<typeof loadRuntime>(),
  runtimeSize: vi.fn<typeof runtimeSize>(() => Promise.resolve({ total: ENGINE, missing: ENGINE })),
}));
const ENGINE = 4_000_000;

const manifest = parseManifest(JSON.parse(readFileSync('public/models/landscapes/manifest.json', 'utf8')));
const files = filesOf(manifest);

/** A browser whose storage has some files of the bundle. */
function store(...names: (keyof typeof files)[]): void {
  const stored = new Set(names.map((name) => files[name]!.sha256));
  const match = (address: string) => Promise.resolve(stored.has(address.split('/').at(-1)!) ? {} : undefined);
  const caches = { open: () => Promise.resolve({ match }) };
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('self', { caches, location: { origin: 'https://page.example' } });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('counts what several needs have to fetch: what they share once, and what is stored not at all', async () => {
  const bundle = new LoadedBundle({ manifest, read: () => Promise.reject(new Error('Nothing is read.')) }, () => {});
  store('features', 'upsampler', 'swatches');
  const [look, paint, encode] = await Promise.all(
    (['look', 'paint', 'encode'] as const).map((need) => bundle.downloadSize([need], 'wasm')),
  );
  // The engine counts once, too.
  expect(look!.missing).toBe(ENGINE);
  expect(paint!.missing).toBe(files.step!.bytes + files.context!.bytes + ENGINE);
  expect(encode).toEqual({ total: files.encoder!.bytes + ENGINE, missing: files.encoder!.bytes + ENGINE });
  expect(await bundle.downloadSize(['look', 'paint', 'encode'], 'wasm')).toEqual({
    total: paint!.total + encode!.total - ENGINE,
    missing: paint!.missing + encode!.missing - ENGINE,
  });
});
