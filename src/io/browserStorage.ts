import { createWorkStore } from './workStore.ts';

export const STORED = ['models', 'page', 'work'] as const;
/** Models; the page with its engine, for use without a network; and what a person has painted. */
export type Stored = (typeof STORED)[number];

export interface StorageReport {
  /** Bytes; for `work`, how many paintings. */
  readonly parts: Readonly<Record<Stored, number>>;
  /** Whether the browser has promised not to clear it by itself; undefined where it cannot say. */
  readonly kept: boolean | undefined;
}

/** Caches by the beginnings of their names: the painter's, the service worker's, Workbox's. */
const CACHES: Readonly<Record<Exclude<Stored, 'work'>, readonly string[]>> = {
  models: ['plein-air-models'],
  page: ['plein-air-engine', 'plein-air-beside', 'plein-air-shared', 'workbox-'],
};

/** What this page keeps in this browser. Parts that cannot be read count nothing. */
export async function reportStorage(): Promise<StorageReport> {
  const [models, page, works, kept] = await Promise.all([
    bytesIn('models'),
    bytesIn('page'),
    createWorkStore()
      .list()
      .catch(() => []),
    navigator.storage?.persisted?.().catch(() => undefined),
  ]);
  return { parts: { models, page, work: works.length }, kept };
}

export async function deleteStored(part: Stored): Promise<void> {
  if (part === 'work') {
    const store = createWorkStore();
    for (const { id } of await store.list()) await store.remove(id);
    return;
  }
  for (const name of await namesOf(part)) await caches.delete(name);
}

/** Asks the browser never to clear it by itself. @returns whether it promised */
export async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}

async function bytesIn(part: Exclude<Stored, 'work'>): Promise<number> {
  try {
    let bytes = 0;
    for (const name of await namesOf(part)) {
      const responses = await (await caches.open(name)).matchAll();
      for (const response of responses) bytes += (await response.blob()).size;
    }
    return bytes;
  } catch {
    return 0;
  }
}

async function namesOf(part: Exclude<Stored, 'work'>): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => CACHES[part].some((start) => name.startsWith(start)));
}
