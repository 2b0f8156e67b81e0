import { EngineError } from '../../src/protocol/errors.ts';

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
 * tried again, and what is no WebAssembly is refused here, where it can be said, and not by the runtime.
 * @param wait between attempts, in milliseconds
 * @throws EngineError NETWORK if it cannot be fetched, ENGINE_FILE if something else came in its place
 */
export async function fetchWasm(url: string, wait: number = WAIT): Promise<ArrayBuffer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await unpacked(await read(url), url);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((done) => setTimeout(done, wait * attempt));
    }
  }
}

async function read(url: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url);
    if (response.ok) return await response.arrayBuffer();
  } catch (error) {
    // An extension that blocks it looks like this, too.
    throw new EngineError('NETWORK', 'The engine could not be fetched.', `${url}: ${(error as Error).message}`);
  }
  throw new EngineError('ENGINE_FILE', 'The engine is not where it should be.', `${url}: status ${response.status}`);
}

async function unpacked(bytes: ArrayBuffer, url: string): Promise<ArrayBuffer> {
  let inner = bytes;
  for (let layer = 0; layer < MOST_LAYERS && begins(inner, GZIP); layer++) inner = await gunzip(inner, url);
  if (begins(inner, WASM)) return inner;
  const head = [...new Uint8Array(inner, 0, Math.min(4, inner.byteLength))].join(' ');
  throw new EngineError('ENGINE_FILE', 'Something else came in the engine’s place.', `${url} begins with ${head}`);
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
