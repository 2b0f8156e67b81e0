import type * as Ort from 'onnxruntime-web/webgpu';
import asyncifyUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?gzipped';
import jspiUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { fetchWasm } from './fetchWasm.ts';
import { SerialChain } from './serialChain.ts';

export type { Ort };

/** One build of onnxruntime-web, and the chain that every `create` and `run` of it goes through. */
export interface Runtime {
  readonly ort: typeof Ort;
  readonly chain: SerialChain;
  /** How many threads its kernels run on. */
  readonly threads: number;
}

let loading: { readonly webgpu: boolean; readonly runtime: Promise<Runtime> } | undefined;

/**
 * Loads onnxruntime-web once, with as many threads as the first caller says: more than one need a page that is isolated
 * from other origins. A worker never holds two builds: with WebGPU the larger build also runs graphs on WASM.
 * Dynamic imports, because with threads a static one runs this worker's file again inside each thread.
 */
export function loadRuntime(webgpu: boolean, threads = 1): Promise<Runtime> {
  if (loading !== undefined && (loading.webgpu || !webgpu)) return loading.runtime;
  const runtime = importRuntime(webgpu, threads).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  loading = { webgpu, runtime };
  return runtime;
}

async function importRuntime(webgpu: boolean, threads: number): Promise<Runtime> {
  const { ort, url } = await importBuild(webgpu);
  const address = new URL(url, self.location.href).href;
  // By us: what the runtime cannot fetch it says nothing of, and never tries again.
  ort.env.wasm.wasmBinary = await fetchWasm(address);
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return { ort, chain: new SerialChain(), threads };
}

async function importBuild(webgpu: boolean): Promise<{ ort: typeof Ort; url: string }> {
  // The builds share their types.
  if (!webgpu) return { ort: (await import('onnxruntime-web/wasm')) as unknown as typeof Ort, url: wasmUrl };
  // JSPI saves 10 MB and the cost of asyncify's instrumentation, where the browser has it.
  if ('Suspending' in WebAssembly) {
    return { ort: (await import('onnxruntime-web/jspi')) as unknown as typeof Ort, url: jspiUrl };
  }
  return { ort: await import('onnxruntime-web/webgpu'), url: asyncifyUrl };
}
