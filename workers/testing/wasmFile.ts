import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { WasmFile } from '../ort/fetchWasm.ts';

/** What begins like WebAssembly, and is as long as it takes to come in more than one piece. */
export const WASM_BYTES = Uint8Array.from({ length: 5000 }, (_, at) => [0, 0x61, 0x73, 0x6d][at] ?? at % 7);

/** As it lies on a host. */
export const PACKED_WASM = new Uint8Array(gzipSync(WASM_BYTES));

export const WASM_FILE: WasmFile = {
  url: 'https://page.example/engine.wasm.gz',
  bytes: PACKED_WASM.length,
  sha256: createHash('sha256').update(WASM_BYTES).digest('hex'),
};
