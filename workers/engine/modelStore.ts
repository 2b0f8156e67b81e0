import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { chunksOf } from '../../src/core/chunksOf.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import { namesOf, type ManifestFile } from '../../src/protocol/manifest.ts';
import type { DownloadSize } from '../../src/protocol/paintEngine.ts';
import { MODEL_CACHE, modelAddress } from '../../src/protocol/storedFiles.ts';
import { openCache } from '../openCache.ts';
import type { OpenBundle } from './bundleSource.ts';

/*
 * The bundles' files in the browser's storage, kept by hash: two bundles that share a file share it here, and a file
 * that changed is another one. Only files whose length and hash were right get in. Where the browser has no Cache
 * storage (private windows, pages without a secure context) files are fetched anew each time.
 */

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Called with the bytes that arrived since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** Whether the file is stored already. */
export async function isStored(file: ManifestFile): Promise<boolean> {
  return (await (await openCache(MODEL_CACHE))?.match(addressOf(file))) !== undefined;
}

/** How many bytes files have, and how many of them are not stored. */
export async function sizeOf(files: Iterable<ManifestFile>): Promise<DownloadSize> {
  let total = 0;
  let missing = 0;
  for (const file of files) {
    total += file.bytes;
    if (!(await isStored(file))) missing += file.bytes;
  }
  return { total, missing };
}

/**
 * The file's bytes, from the storage or else from the bundle.
 * @throws EngineError GRAPH_MISSING, GRAPH_TRUNCATED, GRAPH_HASH, NETWORK, ABORTED
 */
export async function readFile(bundle: OpenBundle, file: ManifestFile, options: ReadOptions): Promise<Uint8Array> {
  const cache = await openCache(MODEL_CACHE);
  const stored = await cache?.match(addressOf(file));
  if (stored !== undefined) {
    const bytes = new Uint8Array(await stored.arrayBuffer());
    if (bytes.length === file.bytes) {
      options.onBytes(bytes.length);
      return bytes;
    }
    await cache?.delete(addressOf(file));
  }
  const bytes = await download(bundle, file, options);
  // A full disk or a refused quota costs the next visit a download, and nothing else.
  await cache?.put(addressOf(file), new Response(bytes)).catch(() => undefined);
  return bytes;
}

/** All of a file; its pieces, if it has any, one after the other. */
async function download(
  bundle: OpenBundle,
  file: ManifestFile,
  { signal, onBytes }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.bytes);
  const hash = sha256.create();
  let length = 0;
  for (const name of namesOf(file)) {
    const response = await bundle.read(name, signal);
    if (!response.ok) throw new EngineError('GRAPH_MISSING', `${name} is not there (status ${response.status}).`);
    try {
      for await (const chunk of chunksOf(response)) {
        if (length + chunk.length > file.bytes) {
          throw new EngineError(
            'GRAPH_TRUNCATED',
            `${file.file} is longer than the ${file.bytes} bytes it should have.`,
          );
        }
        bytes.set(chunk, length);
        hash.update(chunk);
        length += chunk.length;
        onBytes(chunk.length);
      }
    } catch (error) {
      if (error instanceof EngineError) throw error;
      if (signal.aborted) throw new EngineError('ABORTED', 'The download was stopped.');
      throw new EngineError('NETWORK', `The connection failed while ${name} was fetched.`, (error as Error).message);
    }
  }
  if (length !== file.bytes) {
    throw new EngineError('GRAPH_TRUNCATED', `${file.file} has ${length} bytes and should have ${file.bytes}.`);
  }
  if (bytesToHex(hash.digest()) !== file.sha256) {
    throw new EngineError('GRAPH_HASH', `${file.file} is not the file that the manifest names: its sha256 differs.`);
  }
  return bytes;
}

function addressOf(file: ManifestFile): string {
  return modelAddress(file.sha256, self.location.origin);
}
