import { chunksOf } from '../../src/core/chunksOf.ts';
import type { Manifest } from '../../src/protocol/manifest.ts';
import { parseManifest } from '../../src/protocol/manifest.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import type { BundleSource } from '../../src/protocol/paintEngine.ts';

/** A manifest is a few kilobytes; nothing that calls itself one may fill the memory. */
const MAXIMUM_MANIFEST_BYTES = 1024 * 1024;

/** An opened bundle: its manifest, and where its files are read from. */
export interface OpenBundle {
  readonly manifest: Manifest;
  /** Starts reading a file of the bundle. */
  read(file: string, signal: AbortSignal): Promise<Response>;
}

/** Two sources with the same key are the same bundle. */
export function keyOf(source: BundleSource): string {
  if (source.kind === 'url') return `url ${source.url}`;
  return `files ${source.files.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`).join(', ')}`;
}

/** @throws EngineError MANIFEST_MISSING, MANIFEST_INVALID, NETWORK */
export async function openBundle(source: BundleSource): Promise<OpenBundle> {
  if (source.kind === 'files') return openFiles(source.files);
  const url = new URL(source.url, self.location.href);
  const response = await tryFetch(url, undefined);
  if (!response.ok) {
    throw new EngineError('MANIFEST_MISSING', `There is no manifest at ${url.href} (status ${response.status}).`);
  }
  const manifest = readManifest(await boundedText(response));
  return { manifest, read: (file, signal) => tryFetch(new URL(file, url), signal) };
}

async function openFiles(files: readonly File[]): Promise<OpenBundle> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const manifestFile = byName.get('manifest.json');
  if (manifestFile === undefined) {
    throw new EngineError('MANIFEST_MISSING', 'There is no manifest.json among the files.');
  }
  const manifest = readManifest(await boundedText(new Response(manifestFile)));
  return {
    manifest,
    read: (name) => {
      const file = byName.get(name);
      return Promise.resolve(file === undefined ? new Response(null, { status: 404 }) : new Response(file));
    },
  };
}

/** As text, and no more of it than a manifest has: the host may be a stranger's. */
async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(response)) {
      size += chunk.length;
      if (size > MAXIMUM_MANIFEST_BYTES) {
        throw new EngineError('MANIFEST_INVALID', 'The manifest is longer than a megabyte, which is no manifest.');
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw new EngineError('NETWORK', 'The manifest did not arrive whole.', (error as Error).message);
  }
  return new Blob(chunks).text();
}

function readManifest(text: string): Manifest {
  try {
    return parseManifest(JSON.parse(text));
  } catch (error) {
    const message = error instanceof SyntaxError ? 'The manifest is not JSON.' : (error as Error).message;
    throw new EngineError('MANIFEST_INVALID', message);
  }
}

async function tryFetch(url: URL, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(url, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted) throw new EngineError('ABORTED', 'The download was stopped.');
    throw new EngineError('NETWORK', `${url.pathname} could not be fetched.`, (error as Error).message);
  }
}
