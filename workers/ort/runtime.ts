import type * as Ort from 'onnxruntime-web/webgpu';
import asyncifyFile from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?gzipped';
import jspiFile from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?gzipped';
import wasmFile from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?gzipped';
import { EngineError } from '../../src/protocol/errors.ts';
import type { FetchOptions, WasmFile } from './fetchWasm.ts';
import { SerialChain } from './serialChain.ts';
import { isWasmStored, readWasm } from './wasmStore.ts';

export type { Ort };

/** One build of onnxruntime-web, and the chain that every `create` and `run` of it goes through. */
export interface Runtime {
  readonly ort: typeof Ort;
  readonly chain: SerialChain;
  /** How many threads its kernels run on. */
  readonly threads: number;
  /** Address of its WebAssembly. */
  readonly url: string;
}

let loading: { readonly webgpu: boolean; readonly runtime: Promise<Runtime> } | undefined;

/**
 * Loads onnxruntime-web once, with as many threads as the first caller says: more than one need a page that is isolated
 * from other origins. A worker never holds two builds: with WebGPU the larger build also runs graphs on WASM.
 * Dynamic imports, because with threads a static one runs this worker's file again inside each thread.
 * @throws EngineError as `fetchWasm`
 */
export function loadRuntime(webgpu: boolean, threads = 1, options: FetchOptions = {}): Promise<Runtime> {
  if (isLoaded(webgpu)) return loading!.runtime;
  const forget = () => {
    if (loading === own) loading = undefined;
  };
  // At once, and not when the fetch has ended: who asks next waits for nothing that was stopped.
  options.signal?.addEventListener('abort', forget);
  const runtime = importRuntime(buildFor(webgpu), threads, options)
    .catch((error: unknown) => {
      forget();
      throw error;
    })
    .finally(() => options.signal?.removeEventListener('abort', forget));
  const own = { webgpu, runtime };
  loading = own;
  return runtime;
}

/** What loading the runtime is going to take, and how much of that is to be fetched. Bytes. */
export async function runtimeSize(webgpu: boolean): Promise<{ readonly total: number; readonly missing: number }> {
  const { file } = buildFor(webgpu);
  const isHere = isLoaded(webgpu) || (await isWasmStored(file));
  return { total: file.bytes, missing: isHere ? 0 : file.bytes };
}

function isLoaded(webgpu: boolean): boolean {
  return loading !== undefined && (loading.webgpu || !webgpu);
}

interface Build {
  readonly file: WasmFile;
  readonly load: () => Promise<typeof Ort>;
}

function buildFor(webgpu: boolean): Build {
  if (!webgpu) return { file: whole(wasmFile), load: () => import('onnxruntime-web/wasm') };
  // JSPI saves the cost of asyncify's instrumentation, and 2 MB, where the browser has it.
  if ('Suspending' in WebAssembly) return { file: whole(jspiFile), load: () => import('onnxruntime-web/jspi') };
  return { file: whole(asyncifyFile), load: () => import('onnxruntime-web/webgpu') };
}

function whole(file: WasmFile): WasmFile {
  return { ...file, url: new URL(file.url, self.location.href).href };
}

async function importRuntime({ file, load }: Build, threads: number, options: FetchOptions): Promise<Runtime> {
  const ort = await load().catch((error: unknown) => {
    throw new EngineError('NETWORK', 'The engine could not be fetched.', String(error));
  });
  // By us: what the runtime cannot fetch it says nothing of, and never tries again.
  ort.env.wasm.wasmBinary = await readWasm(file, options);
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return { ort, chain: new SerialChain(), threads, url: file.url };
}
