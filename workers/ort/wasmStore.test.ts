import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isWasmStored, readWasm } from './wasmStore.ts';
import { PACKED_WASM, WASM_BYTES, WASM_FILE } from '../testing/wasmFile.ts';

/** A browser's storage, and its locks: one after the other. */
let stored: Map<string, Response>;
let before: Promise<unknown>;
const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(PACKED_WASM)));

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
  const both = await Promise.all([readWasm(WASM_FILE, { onBytes }), readWasm(WASM_FILE, { onBytes })]);
  for (const bytes of both) expect(new Uint8Array(bytes)).toEqual(WASM_BYTES);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(told.at(-1)).toBe(WASM_FILE.bytes);
  expect(await isWasmStored(WASM_FILE)).toBe(true);
});

it('fetches anew what was damaged in the storage', async () => {
  stored.set(WASM_FILE.url, new Response(PACKED_WASM.slice(0, 40)));
  expect(new Uint8Array(await readWasm(WASM_FILE))).toEqual(WASM_BYTES);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect((await stored.get(WASM_FILE.url)!.blob()).size).toBe(PACKED_WASM.length);
});

it('waits no longer than it has patience for a tab that stands still, and not at all once it is stopped', async () => {
  browser({
    request: (_name: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))),
  });
  expect(new Uint8Array(await readWasm(WASM_FILE, { patience: 5 }))).toEqual(WASM_BYTES);
  const controller = new AbortController();
  const stopped = readWasm(WASM_FILE, { signal: controller.signal });
  setTimeout(() => controller.abort());
  await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
});
