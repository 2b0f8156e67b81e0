import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { filesOf, parseManifest } from '../../src/protocol/manifest.ts';
import { loadRuntime, type Runtime, type runtimeSize } from '../ort/runtime.ts';
import { LoadedBundle } from './loadedBundle.ts';
import type { readFile } from './modelStore.ts';

// Nothing is run, and Node has no loader for the runtime's WebAssembly.
vi.mock(import('../ort/runtime.ts'), () => ({
  loadRuntime: vi.fn<typeof loadRuntime>(),
  runtimeSize: vi.fn<typeof runtimeSize>(() => Promise.resolve({ total: ENGINE, missing: ENGINE })),
}));
vi.mock(import('./modelStore.ts'), async (original) => ({
  ...(await original()),
  readFile: vi.fn<typeof readFile>(() => Promise.resolve(new Uint8Array(8))),
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

/** A runtime whose sessions are created, or run, as they are told. */
function runtimeWith(create: () => Promise<object>): Runtime {
  const tensor = class {
    readonly type = 'float32';
  };
  const ort = { InferenceSession: { create }, Tensor: tensor, env: {} };
  return { ort, chain: { run: (task: () => unknown) => task() }, threads: 1, url: '' } as unknown as Runtime;
}

const zeros = new Proxy({}, { get: () => ({ data: new Float32Array(3 * 256 * 256), dispose: () => undefined }) });
const session = (run: () => Promise<object>) => ({ run, release: () => Promise.resolve() });

it.each([
  {
    what: 'gives other numbers than the manifest’s',
    create: () => Promise.resolve(session(() => Promise.resolve(zeros))),
    code: 'NO_BACKEND',
  },
  {
    what: 'fails when it runs',
    create: () => Promise.resolve(session(() => Promise.reject(new Error('no such kernel')))),
    code: 'NO_BACKEND',
  },
  {
    what: 'finds no room',
    create: () => Promise.reject(new RangeError('Array buffer allocation failed')),
    code: 'OUT_OF_MEMORY',
  },
  {
    what: 'finds no room in WebAssembly’s memory when it runs',
    create: () => Promise.resolve(session(() => Promise.reject(new Error('std::bad_alloc')))),
    code: 'OUT_OF_MEMORY',
  },
])('a session that $what is not there afterwards, and is made anew by the next load', async ({ create, code }) => {
  const created = vi.fn<() => Promise<object>>(create);
  vi.mocked(loadRuntime).mockResolvedValue(runtimeWith(created));
  store();
  const bundle = new LoadedBundle({ manifest, read: () => Promise.reject(new Error('Nothing is read.')) }, () => {});
  const load = () =>
    bundle.load('look', {
      backend: 'wasm',
      signal: new AbortController().signal,
      onBytes: () => undefined,
      onGraph: () => undefined,
    });
  const before = (await bundle.pendingFor('look', 'wasm')).graphs;
  await expect(load()).rejects.toMatchObject({ code });
  expect(bundle.backends).toEqual([]);
  expect((await bundle.pendingFor('look', 'wasm')).graphs).toBe(before);
  const attempts = created.mock.calls.length;
  await expect(load()).rejects.toMatchObject({ code });
  expect(created.mock.calls.length).toBe(2 * attempts);
});
