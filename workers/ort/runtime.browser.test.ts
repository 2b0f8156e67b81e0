import { describe, expect, it } from 'vitest';
import { loadRuntime } from './runtime.ts';

describe('the engine for browsers without JSPI', () => {
  it('is fetched, unpacked and runs a graph', async () => {
    Reflect.deleteProperty(WebAssembly, 'Suspending');
    const { ort } = await loadRuntime(true);
    // Made from bytes of our own fetching, and not by the library's.
    expect(ort.env.wasm.wasmBinary).toBeInstanceOf(ArrayBuffer);
    const graph = await (await fetch('/models/tiny/upsampler.onnx')).arrayBuffer();
    const session = await ort.InferenceSession.create(new Uint8Array(graph), { executionProviders: ['wasm'] });
    expect(session.inputNames).toEqual(['features']);
    await session.release();
  });
});
