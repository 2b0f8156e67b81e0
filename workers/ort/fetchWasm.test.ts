import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm } from './fetchWasm.ts';
import { PACKED_WASM, WASM_BYTES, WASM_FILE } from '../testing/wasmFile.ts';

afterEach(() => vi.unstubAllGlobals());

describe('fetching the engine', () => {
  it.each([
    ['packed', PACKED_WASM],
    ['packed twice', new Uint8Array(gzipSync(PACKED_WASM))],
    ['as it is', WASM_BYTES],
  ])('gives its bytes when they come %s', async (_, body) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    const told: number[] = [];
    const { bytes, file } = await fetchWasm(WASM_FILE, { onBytes: (done) => told.push(done) });
    expect(new Uint8Array(bytes)).toEqual(WASM_BYTES);
    expect(file.size).toBe(body.length);
    // Whatever comes over the line, no more than lies there, and in the end all of it.
    expect(told.every((done, n) => done <= WASM_FILE.bytes && (n === 0 || done >= told[n - 1]!))).toBe(true);
    expect(told.at(-1)).toBe(WASM_FILE.bytes);
  });

  it('tries again, and a start that failed is not the last one', async () => {
    const fetch = vi
      .fn<() => Promise<Response>>()
      .mockRejectedValueOnce(new TypeError('connection reset'))
      .mockResolvedValueOnce(new Response(PACKED_WASM.slice(0, 40)))
      .mockImplementation(() => Promise.resolve(new Response(PACKED_WASM)));
    vi.stubGlobal('fetch', fetch);
    const told: number[] = [];
    const { bytes } = await fetchWasm(WASM_FILE, { wait: 1, onBytes: (done) => told.push(done) });
    expect(new Uint8Array(bytes)).toEqual(WASM_BYTES);
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
    await expect(fetchWasm(WASM_FILE, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the network is gone', () => Promise.reject(new TypeError('offline')), 'NETWORK'],
    ['it breaks off', () => Promise.resolve(new Response(PACKED_WASM.slice(0, 40))), 'NETWORK'],
    ['it is not there', () => Promise.resolve(new Response('', { status: 404 })), 'ENGINE_FILE'],
    ['a page comes in its place', () => Promise.resolve(new Response('<!doctype html>')), 'ENGINE_FILE'],
    ['nothing comes', () => Promise.resolve(new Response('')), 'ENGINE_FILE'],
    [
      'another engine comes',
      () => Promise.resolve(new Response(WASM_BYTES.map((b, n) => b ^ (n > 9 ? 1 : 0)))),
      'ENGINE_FILE',
    ],
  ])('says what is wrong when %s', async (_, answer, code) => {
    vi.stubGlobal('fetch', answer);
    await expect(fetchWasm(WASM_FILE, { wait: 1 })).rejects.toMatchObject({ code });
  });
});
