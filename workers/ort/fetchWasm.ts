import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from '../../src/core/chunksOf.ts';
import { EngineError } from '../../src/protocol/errors.ts';

/** WebAssembly as it lies on the host. */
export interface WasmFile {
  readonly url: string;
  /** As it lies there, packed or not. */
  readonly bytes: number;
  /** Of what is in it. */
  readonly sha256: string;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Hears how many of the file's bytes are here; never fewer than before. */
  readonly onBytes?: (done: number) => void;
  /** Between attempts, in milliseconds. */
  readonly wait?: number;
}

export interface FetchedWasm {
  /** As it came, which may be packed. */
  readonly file: Blob;
  readonly bytes: ArrayBuffer;
}

/** The first bytes of a gzip file (RFC 1952) and of WebAssembly. */
const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];
/** A file that was packed on the way, too, is packed twice; nothing is packed more often. */
const MOST_LAYERS = 2;
const ATTEMPTS = 3;
/** Before the second attempt; twice as long before the third. Milliseconds. */
const WAIT = 500;

/**
 * The engine's bytes, unpacked if they come packed: hosts differ in whether they unpack a `.gz` on the way. What fails is
 * tried again, and what is not the file that the build knows is refused here, where it can be said, and not by the runtime.
 * @throws EngineError NETWORK if it cannot be fetched, ENGINE_FILE if something else came in its place, ABORTED
 */
export async function fetchWasm(wanted: WasmFile, options: FetchOptions = {}): Promise<FetchedWasm> {
  const { signal, onBytes, wait = WAIT } = options;
  let most = 0;
  // A host that unpacks it on the way sends more than lies there, and a second attempt begins anew.
  const tell = (done: number) => onBytes?.((most = Math.max(most, Math.min(done, wanted.bytes))));
  for (let attempt = 1; ; attempt++) {
    try {
      const file = await read(wanted.url, signal, tell);
      const bytes = await unpacked(file, wanted.url);
      if (bytesToHex(sha256(new Uint8Array(bytes))) !== wanted.sha256) {
        throw new EngineError('ENGINE_FILE', 'The engine is another one than it should be.', `${wanted.url}: sha256`);
      }
      tell(wanted.bytes);
      return { file, bytes };
    } catch (error) {
      if (signal?.aborted) throw new EngineError('ABORTED', 'The download was stopped.');
      if (attempt === ATTEMPTS) throw error;
      await new Promise((done) => setTimeout(done, wait * attempt));
    }
  }
}

/**
 * What is in it, whether it came packed or not.
 * @throws EngineError NETWORK where it is not whole, ENGINE_FILE where it is no WebAssembly
 */
export async function unpacked(file: Blob, url: string): Promise<ArrayBuffer> {
  let inner = await file.arrayBuffer();
  for (let layer = 0; layer < MOST_LAYERS && begins(inner, GZIP); layer++) inner = await gunzip(inner, url);
  if (begins(inner, WASM)) return inner;
  const head = [...new Uint8Array(inner, 0, Math.min(4, inner.byteLength))].join(' ');
  throw new EngineError('ENGINE_FILE', 'Something else came in the engine’s place.', `${url} begins with ${head}`);
}

async function read(url: string, signal: AbortSignal | undefined, onBytes: (done: number) => void): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
    if (response.ok) return await pieces(response, onBytes);
  } catch (error) {
    // An extension that blocks it looks like this, too.
    throw new EngineError('NETWORK', 'The engine could not be fetched.', `${url}: ${(error as Error).message}`);
  }
  throw new EngineError('ENGINE_FILE', 'The engine is not where it should be.', `${url}: status ${response.status}`);
}

async function pieces(response: Response, onBytes: (done: number) => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for await (const chunk of chunksOf(response)) {
    chunks.push(chunk);
    done += chunk.length;
    onBytes(done);
  }
  return new Blob(chunks);
}

async function gunzip(bytes: ArrayBuffer, url: string): Promise<ArrayBuffer> {
  try {
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch (error) {
    throw new EngineError('NETWORK', 'The engine arrived incomplete.', `${url}: ${(error as Error).message}`);
  }
}

function begins(bytes: ArrayBuffer, magic: readonly number[]): boolean {
  const head = new Uint8Array(bytes, 0, Math.min(magic.length, bytes.byteLength));
  return magic.every((byte, at) => head[at] === byte);
}
