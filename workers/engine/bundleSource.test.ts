import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBundle } from './bundleSource.ts';

const MANIFEST = readFileSync('public/models/tiny/manifest.json', 'utf8');
const SOURCE = { kind: 'url', url: 'https://models.test/x/manifest.json' } as const;

beforeEach(() => vi.stubGlobal('self', { location: { href: 'https://page.test/' } }));
afterEach(() => vi.unstubAllGlobals());

describe('a bundle from an address', () => {
  it('is opened, and its files are asked for in its own folder', async () => {
    const asked = vi.fn(() => Promise.resolve(new Response(MANIFEST)));
    vi.stubGlobal('fetch', asked);
    const bundle = await openBundle(SOURCE);
    const { manifest } = bundle;
    expect(manifest.id).toBe('tiny');
    await bundle.read(manifest.graphs.step.file, new AbortController().signal);
    expect(String((asked.mock.calls as unknown[][]).at(-1)?.[0])).toBe(
      `https://models.test/x/${manifest.graphs.step.file}`,
    );
  });

  it('whose manifest has no end is left after a megabyte', async () => {
    let given = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
      cancel: () => void (cancelled = true),
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(endless)));
    await expect(openBundle(SOURCE)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
    expect(cancelled).toBe(true);
    expect(given).toBeLessThan(2 ** 21);
  });

  it('whose manifest breaks off is told as a connection that failed', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken)));
    await expect(openBundle(SOURCE)).rejects.toMatchObject({ code: 'NETWORK' });
  });

  it('whose files are too many bytes together is refused before any of them is fetched', async () => {
    const manifest = JSON.parse(MANIFEST) as { graphs: Record<string, { bytes: number }> };
    for (const graph of Object.values(manifest.graphs)) graph.bytes = 500 * 1024 * 1024;
    const asked = vi.fn(() => Promise.resolve(new Response(JSON.stringify(manifest))));
    vi.stubGlobal('fetch', asked);
    await expect(openBundle(SOURCE)).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
      message: expect.stringContaining('gigabyte') as string,
    });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it.each(['../step.onnx', '/step.onnx', 'a/step.onnx', 'https://elsewhere.test/step.onnx', '..', 'a%2f..%2fb'])(
    'whose manifest names a file outside its folder is refused: %s',
    async (file) => {
      const manifest = JSON.parse(MANIFEST) as { graphs: { step: { file: string } } };
      manifest.graphs.step.file = file;
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(manifest))));
      await expect(openBundle(SOURCE)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
    },
  );
});
