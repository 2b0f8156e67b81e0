import { describe, expect, it, vi } from 'vitest';
import { ENGINE_CACHE } from '../../src/protocol/storedFiles.ts';
import { loadRuntime } from './runtime.ts';

describe('the engine for browsers without JSPI', () => {
  it('is fetched, unpacked and runs a graph', async () => {
    Reflect.deleteProperty(WebAssembly, 'Suspending');
    // One that was stopped while it was fetched is in nobody's way, however late its fetch ends.
    const controller = new AbortController();
    const hangs = vi.fn<typeof fetch>((_, options) => {
      const { promise, reject } = Promise.withResolvers<Response>();
      options?.signal?.addEventListener('abort', () => setTimeout(() => reject(new Error('late')), 200));
      return promise;
    });
    vi.stubGlobal('fetch', hangs);
    await caches.delete(ENGINE_CACHE);
    const stopped = loadRuntime(true, 1, { signal: controller.signal });
    await expect.poll(() => hangs.mock.calls.length).toBe(1);
    vi.unstubAllGlobals();
    controller.abort();
    const again = loadRuntime(true);
    await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
    const { ort } = await again;
    // Made from bytes of our own fetching, and not by the library's.
    expect(ort.env.wasm.wasmBinary).toBeInstanceOf(ArrayBuffer);
    const graph = await (await fetch('/models/tiny/upsampler.onnx')).arrayBuffer();
    const session = await ort.InferenceSession.create(new Uint8Array(graph), { executionProviders: ['wasm'] });
    expect(session.inputNames).toEqual(['features']);
    await session.release();
  });
});
