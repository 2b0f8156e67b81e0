import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ManifestFile } from '../../src/protocol/manifest.ts';
import type { OpenBundle } from './bundleSource.ts';
import { MODEL_CACHE } from '../../src/protocol/storedFiles.ts';
import { isStored, readFile } from './modelStore.ts';

const CONTENT = Uint8Array.from({ length: 1000 }, (_, n) => n % 251);
let file: ManifestFile;

beforeEach(async () => {
  await caches.delete(MODEL_CACHE);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', CONTENT));
  file = {
    file: 'step.onnx',
    bytes: CONTENT.length,
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
});
afterEach(() => vi.restoreAllMocks());

/** A bundle whose every file is the given answer, and how often it was asked for. */
function bundleOf(answer: () => Response) {
  const read = vi.fn((_name: string, _signal: AbortSignal) => Promise.resolve(answer()));
  return { bundle: { read } as unknown as OpenBundle, read };
}

const quiet = { signal: new AbortController().signal, onBytes: () => undefined };

test('a file is fetched once, checked, and then comes from the storage', async () => {
  const { bundle, read } = bundleOf(() => new Response(CONTENT));
  expect(await isStored(file)).toBe(false);
  const progress: number[] = [];
  const first = await readFile(bundle, file, { ...quiet, onBytes: (bytes) => progress.push(bytes) });
  expect(first).toEqual(CONTENT);
  expect(progress.reduce((sum, bytes) => sum + bytes, 0)).toBe(CONTENT.length);
  expect(await isStored(file)).toBe(true);
  expect(await readFile(bundle, file, quiet)).toEqual(CONTENT);
  expect(read).toHaveBeenCalledTimes(1);
});

test('a file that is not there is refused by its status, and a page in its place by its length', async () => {
  const missing = bundleOf(() => new Response('not found', { status: 404 }));
  await expect(readFile(missing.bundle, file, quiet)).rejects.toMatchObject({ code: 'GRAPH_MISSING' });
  const page = bundleOf(() => new Response('<!doctype html>'));
  await expect(readFile(page.bundle, file, quiet)).rejects.toMatchObject({ code: 'GRAPH_TRUNCATED' });
  expect(await isStored(file)).toBe(false);
});

test('a file that is too short or too long is refused, and not stored', async () => {
  for (const length of [CONTENT.length - 1, CONTENT.length + 1]) {
    const wrong = new Uint8Array(length);
    wrong.set(CONTENT.subarray(0, Math.min(length, CONTENT.length)));
    const { bundle } = bundleOf(() => new Response(wrong));
    await expect(readFile(bundle, file, quiet)).rejects.toMatchObject({ code: 'GRAPH_TRUNCATED' });
  }
  expect(await isStored(file)).toBe(false);
});

test('a file that was altered is refused by its hash, and the next try fetches it anew', async () => {
  const altered = Uint8Array.from(CONTENT);
  altered[500] = 255 - altered[500]!;
  let answer = altered;
  const { bundle } = bundleOf(() => new Response(answer));
  await expect(readFile(bundle, file, quiet)).rejects.toMatchObject({ code: 'GRAPH_HASH' });
  expect(await isStored(file)).toBe(false);
  answer = CONTENT;
  expect(await readFile(bundle, file, quiet)).toEqual(CONTENT);
});

test('a file in pieces is joined in their order, and is stored as one', async () => {
  const cut = { ...file, pieces: 3 };
  const pieces: Record<string, Uint8Array<ArrayBuffer>> = {
    'step.onnx.1.bin': CONTENT.slice(0, 400),
    'step.onnx.2.bin': CONTENT.slice(400, 800),
    'step.onnx.3.bin': CONTENT.slice(800),
  };
  const read = vi.fn((name: string) =>
    Promise.resolve(new Response(pieces[name] ?? null, { status: pieces[name] ? 200 : 404 })),
  );
  const bundle = { read } as unknown as OpenBundle;
  expect(await readFile(bundle, cut, quiet)).toEqual(CONTENT);
  expect(await readFile(bundle, cut, quiet)).toEqual(CONTENT);
  expect(read).toHaveBeenCalledTimes(3);

  await caches.delete(MODEL_CACHE);
  delete pieces['step.onnx.2.bin'];
  await expect(readFile(bundle, cut, quiet)).rejects.toMatchObject({
    code: 'GRAPH_MISSING',
    message: expect.stringContaining('step.onnx.2.bin') as string,
  });
  pieces['step.onnx.2.bin'] = CONTENT.slice(800);
  await expect(readFile(bundle, cut, quiet)).rejects.toMatchObject({ code: 'GRAPH_TRUNCATED' });
  expect(await isStored(cut)).toBe(false);
});

test('a connection that breaks is said to be one, and the next try starts cleanly', async () => {
  let broken = true;
  const { bundle } = bundleOf(
    () =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(CONTENT.subarray(0, 300));
            if (broken) controller.error(new TypeError('network error'));
            else {
              controller.enqueue(CONTENT.subarray(300));
              controller.close();
            }
          },
        }),
      ),
  );
  await expect(readFile(bundle, file, quiet)).rejects.toMatchObject({ code: 'NETWORK' });
  broken = false;
  expect(await readFile(bundle, file, quiet)).toEqual(CONTENT);
});

test('a download that is stopped says so', async () => {
  const controller = new AbortController();
  const { bundle } = bundleOf(
    () =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            controller.abort();
            stream.error(new DOMException('aborted', 'AbortError'));
          },
        }),
      ),
  );
  const call = readFile(bundle, file, { signal: controller.signal, onBytes: () => undefined });
  await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
});

test('a storage that is full costs the next visit a download, and nothing else', async () => {
  vi.spyOn(Cache.prototype, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  const { bundle, read } = bundleOf(() => new Response(CONTENT));
  expect(await readFile(bundle, file, quiet)).toEqual(CONTENT);
  expect(await readFile(bundle, file, quiet)).toEqual(CONTENT);
  expect(read).toHaveBeenCalledTimes(2);
});
