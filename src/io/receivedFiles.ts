import { SHARED_CACHE, SHARED_QUERY } from '../protocol/sharedFiles.ts';

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Hears of files that come from outside of the page: those that the system opens with it, once it is installed, and
 * those that another program shares with it. Chromium alone has either.
 */
export function receiveFiles(receive: (files: readonly File[]) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    void Promise.all(files.map((handle) => handle.getFile())).then(receive);
  });
  if (new URL(location.href).searchParams.has(SHARED_QUERY)) void takeShared().then(receive);
}

/** Each is taken once. */
async function takeShared(): Promise<readonly File[]> {
  const cache = await caches.open(SHARED_CACHE);
  const requests = await cache.keys();
  return Promise.all(
    requests.map(async (request) => {
      const response = await cache.match(request);
      await cache.delete(request);
      const name = decodeURIComponent(response?.headers.get('x-name') ?? 'file');
      return new File([(await response?.blob()) ?? new Blob()], name);
    }),
  );
}
