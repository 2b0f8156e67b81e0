import { afterEach, expect, it, vi } from 'vitest';
import { fetchPicture } from './fetchPicture.ts';

afterEach(() => vi.unstubAllGlobals());

function fetching(address: string) {
  const progress: unknown[] = [];
  const options = { signal: new AbortController().signal, onProgress: (...now: unknown[]) => progress.push(now) };
  return { file: fetchPicture(address, 'lake.png', options), progress };
}

it('fetches a picture of another page with nothing of the person in the request, and says how much is here', async () => {
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(
      new Response(Uint8Array.of(1, 2, 3), { headers: { 'content-length': '3', 'content-type': 'image/png' } }),
    ),
  );
  vi.stubGlobal('fetch', fetched);
  const { file, progress } = fetching('https://example.org/lake.png');
  expect(new Uint8Array(await (await file).arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  expect(fetched.mock.calls[0]![1]).toMatchObject({ mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(progress).toEqual([[3, 3]]);
});

it('says why where a page does not let its pictures be fetched, or has none', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetching('https://example.org/lake.png').file).rejects.toThrow('not-shared');
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  await expect(fetching('https://example.org/lake.png').file).rejects.toThrow('"status":404');
});

it('takes a picture out of an address that is all of it', async () => {
  const { file } = fetching('data:image/png;base64,AQID');
  expect(new Uint8Array(await (await file).arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  await expect(fetching('data:image/png;base64,%').file).rejects.toThrow('empty-address');
});
