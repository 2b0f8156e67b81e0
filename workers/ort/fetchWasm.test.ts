import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm } from './fetchWasm.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, at) => [0, 0x61, 0x73, 0x6d][at] ?? at % 7);
const once = new Uint8Array(gzipSync(BYTES));

afterEach(() => vi.unstubAllGlobals());

describe('fetching the engine', () => {
  it.each([
    ['packed', once],
    ['packed twice', new Uint8Array(gzipSync(once))],
    ['as it is', BYTES],
  ])('gives its bytes when they come %s', async (_, body) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    expect(new Uint8Array(await fetchWasm('engine.wasm.gz'))).toEqual(BYTES);
  });

  it('tries again, and a start that failed is not the last one', async () => {
    const fetch = vi
      .fn<() => Promise<Response>>()
      .mockRejectedValueOnce(new TypeError('connection reset'))
      .mockResolvedValueOnce(new Response(once.slice(0, 40)))
      .mockImplementation(() => Promise.resolve(new Response(once)));
    vi.stubGlobal('fetch', fetch);
    expect(new Uint8Array(await fetchWasm('engine.wasm.gz', 1))).toEqual(BYTES);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['the network is gone', () => Promise.reject(new TypeError('offline')), 'NETWORK'],
    ['it breaks off', () => Promise.resolve(new Response(once.slice(0, 40))), 'NETWORK'],
    ['it is not there', () => Promise.resolve(new Response('', { status: 404 })), 'ENGINE_FILE'],
    ['a page comes in its place', () => Promise.resolve(new Response('<!doctype html>')), 'ENGINE_FILE'],
    ['nothing comes', () => Promise.resolve(new Response('')), 'ENGINE_FILE'],
  ])('says what is wrong when %s', async (_, answer, code) => {
    vi.stubGlobal('fetch', answer);
    await expect(fetchWasm('engine.wasm.gz', 1)).rejects.toMatchObject({ code });
  });
});
