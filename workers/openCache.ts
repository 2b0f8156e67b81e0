/** A part of the browser's storage; undefined where it has none (private windows, pages without a secure context), or refuses it. */
export async function openCache(name: string): Promise<Cache | undefined> {
  if (!('caches' in self)) return undefined;
  return caches.open(name).catch(() => undefined);
}
