import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WasmFile } from './fetchWasm.ts';
import { isWasmStored, readWasm } from './wasmStore.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, at) => [0, 0x61, 0x73, 0x6d][at] ?? at % 7);
const packed = new Uint8Array(gzipSync(BYTES));
const FILE: WasmFile = {
  url: 'https://page.example/engine.gz',
  bytes: packed.length,
  sha256: createHash('sha256').update(BYTES).digest('hex'),
};

/** A browser's storage, and its locks: one after the other. */
let stored: Map<string, Response>;
let before: Promise<unknown>;
const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(packed)));

function browser(locks: object): void {
  const cache = {
    match: (url: string) => Promise.resolve(stored.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(stored.set(url, response)),
  };
  const caches = { open: () => Promise.resolve(cache) };
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('self', { caches });
  vi.stubGlobal('navigator', { locks });
  vi.stubGlobal('fetch', fetched);
}

beforeEach(() => {
  stored = new Map();
  before = Promise.resolve();
  browser({
    request: (_name: string, _options: unknown, task: () => Promise<unknown>) => (before = before.then(task)),
  });
});
afterEach(() => {
  fetched.mockClear();
  vi.unstubAllGlobals();
});

it('fetches the engine once for two workers, and for the next visit not at all', async () => {
  const told: number[] = [];
  const onBytes = (done: number) => told.push(done);
  const both = await Promise.all([readWasm(FILE, { onBytes }), readWasm(FILE, { onBytes })]);
  for (const bytes of both) expect(new Uint8Array(bytes)).toEqual(BYTES);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(told.at(-1)).toBe(FILE.bytes);
  expect(await isWasmStored(FILE)).toBe(true);
});

it('fetches anew what was damaged in the storage', async () => {
  stored.set(FILE.url, new Response(packed.slice(0, 40)));
  expect(new Uint8Array(await readWasm(FILE))).toEqual(BYTES);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect((await stored.get(FILE.url)!.blob()).size).toBe(packed.length);
});

it('waits no longer than it has patience for a tab that stands still, and not at all once it is stopped', async () => {
  browser({
    request: (_name: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))),
  });
  expect(new Uint8Array(await readWasm(FILE, { patience: 5 }))).toEqual(BYTES);
  const controller = new AbortController();
  const stopped = readWasm(FILE, { signal: controller.signal });
  setTimeout(() => controller.abort());
  await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
});
