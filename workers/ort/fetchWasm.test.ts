import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm } from './fetchWasm.ts';

const BYTES = Uint8Array.from({ length: 5000 }, (_, at) => at % 7);

afterEach(() => vi.unstubAllGlobals());

describe('fetching the engine', () => {
  it.each([
    ['packed', new Uint8Array(gzipSync(BYTES))],
    ['as it is', BYTES],
  ])('gives its bytes when they come %s', async (_, body) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
    expect(new Uint8Array(await fetchWasm('engine.wasm.gz'))).toEqual(BYTES);
  });

  it('says when it is not there', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    await expect(fetchWasm('engine.wasm.gz')).rejects.toThrow('could not be fetched (404)');
  });
});
