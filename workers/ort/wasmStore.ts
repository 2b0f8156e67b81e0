import { ENGINE_CACHE } from '../../src/protocol/storedFiles.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import { openCache } from '../openCache.ts';
import { fetchWasm, unpacked, type FetchOptions, type WasmFile } from './fetchWasm.ts';

export interface StoreOptions extends FetchOptions {
  /** How long another worker is waited for. Milliseconds. */
  readonly patience?: number;
}

/** A tab in the background of a phone may stand still with its download: it is not waited for without end. */
const PATIENCE = 60_000;

/**
 * The engine's bytes, from the browser's storage or else from the host. They are stored as they came, so that the page has
 * them without a network. Where two workers want them at once, one fetches, and the other waits and has them from the storage.
 * @throws as `fetchWasm`
 */
export async function readWasm(file: WasmFile, options: StoreOptions = {}): Promise<ArrayBuffer> {
  const cache = await openCache(ENGINE_CACHE);
  if (!cache) return (await fetchWasm(file, options)).bytes;
  return alone(file.url, options, async () => {
    const stored = await (await cache.match(file.url))?.blob();
    // What does not unpack was damaged by whoever has the disk: it is fetched anew.
    const bytes = stored && (await unpacked(stored, file.url).catch(() => undefined));
    if (bytes) {
      options.onBytes?.(file.bytes);
      return bytes;
    }
    const fetched = await fetchWasm(file, options);
    // A full disk costs the next visit a download, and nothing else.
    await cache.put(file.url, new Response(fetched.file)).catch(() => undefined);
    return fetched.bytes;
  });
}

export async function isWasmStored({ url }: WasmFile): Promise<boolean> {
  return (await (await openCache(ENGINE_CACHE))?.match(url)) !== undefined;
}

async function alone<T>(
  url: string,
  { signal, patience = PATIENCE }: StoreOptions,
  task: () => Promise<T>,
): Promise<T> {
  if (!('locks' in navigator)) return task();
  const enough = AbortSignal.timeout(patience);
  const waiting = signal ? AbortSignal.any([signal, enough]) : enough;
  let isMine = false;
  try {
    return await navigator.locks.request(`plein-air ${url}`, { signal: waiting }, () => {
      isMine = true;
      return task();
    });
  } catch (error) {
    if (isMine) throw error;
    if (signal?.aborted) throw new EngineError('ABORTED', 'The download was stopped.');
    return task();
  }
}
