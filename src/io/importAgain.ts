type FetchModule = (address: string) => Promise<unknown>;

const fetchModule: FetchModule = (address) => import(/* @vite-ignore */ address);

/**
 * Imports a part of the page that is fetched when it is wanted; if that fails, once more from another address.
 *
 * What could not be fetched a browser may remember as missing for as long as the page lives: a module map keeps failures, too (HTML, "fetch
 * a single module script"; Chromium 150 does). Another address is another module. Safari does not say which one failed: a reload helps there.
 * @throws what `load` threw, if there is no other address, and what the other address threw otherwise
 */
export async function importAgain<T>(
  load: () => Promise<T>,
  fetchFrom: FetchModule = fetchModule,
  ownOrigin = () => location.origin,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const address = error instanceof Error ? /https?:\/\/[^\s"']+/.exec(error.message)?.[0] : undefined;
    if (address === undefined || new URL(address).origin !== ownOrigin()) throw error;
    const url = new URL(address);
    url.searchParams.set('again', String(Date.now()));
    return (await fetchFrom(url.href)) as T;
  }
}
