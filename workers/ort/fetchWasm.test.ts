import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm, type WasmFile } from './fetchWasm.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, at) => [0, 0x61, 0x73, 0x6d][at] ?? at % 7);
const once = new Uint8Array(gzipSync(BYTES));
const FILE: WasmFile = {
  url: 'engine.wasm.gz',
  bytes: once.length,
  sha256: createHash('sha256').update(BYTES).digest('hex'),
};

afterEach(() => vi.unstubAllGlobals());

describe('fetching the engine', () => {
  it.each([
    ['packed', once],
    ['packed twice', new Uint8Array(gzipSync(once))],
    ['as it is', BYTES],
  ])('gives its bytes when they come %s', async (_, body) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    const told: number[] = [];
    const { bytes, file } = await fetchWasm(FILE, { onBytes: (done) => told.push(done) });
    expect(new Uint8Array(bytes)).toEqual(BYTES);
    expect(file.size).toBe(body.length);
    // Whatever comes over the line, no more than lies there, and in the end all of it.
    expect(told.every((done, n) => done <= FILE.bytes && (n === 0 || done >= told[n - 1]!))).toBe(true);
    expect(told.at(-1)).toBe(FILE.bytes);
  });

  it('tries again, and a start that failed is not the last one', async () => {
    const fetch = vi
      .fn<() => Promise<Response>>()
      .mockRejectedValueOnce(new TypeError('connection reset'))
      .mockResolvedValueOnce(new Response(once.slice(0, 40)))
      .mockImplementation(() => Promise.resolve(new Response(once)));
    vi.stubGlobal('fetch', fetch);
    const told: number[] = [];
    const { bytes } = await fetchWasm(FILE, { wait: 1, onBytes: (done) => told.push(done) });
    expect(new Uint8Array(bytes)).toEqual(BYTES);
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('ends at once when it is stopped, and is not tried again', async () => {
    const controller = new AbortController();
    const fetch = vi.fn<(url: string, options: RequestInit) => Promise<Response>>((_, { signal }) => {
      const body = new ReadableStream({
        start: (stream) => signal?.addEventListener('abort', () => stream.error(new DOMException('', 'AbortError'))),
      });
      setTimeout(() => controller.abort());
      return Promise.resolve(new Response(body));
    });
    vi.stubGlobal('fetch', fetch);
    await expect(fetchWasm(FILE, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the network is gone', () => Promise.reject(new TypeError('offline')), 'NETWORK'],
    ['it breaks off', () => Promise.resolve(new Response(once.slice(0, 40))), 'NETWORK'],
    ['it is not there', () => Promise.resolve(new Response('', { status: 404 })), 'ENGINE_FILE'],
    ['a page comes in its place', () => Promise.resolve(new Response('<!doctype html>')), 'ENGINE_FILE'],
    ['nothing comes', () => Promise.resolve(new Response('')), 'ENGINE_FILE'],
    [
      'another engine comes',
      () => Promise.resolve(new Response(BYTES.map((b, n) => b ^ (n > 9 ? 1 : 0)))),
      'ENGINE_FILE',
    ],
  ])('says what is wrong when %s', async (_, answer, code) => {
    vi.stubGlobal('fetch', answer);
    await expect(fetchWasm(FILE, { wait: 1 })).rejects.toMatchObject({ code });
  });
});
