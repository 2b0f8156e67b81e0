import { ENGINE_CACHE, MODEL_CACHE } from '../protocol/storedFiles.ts';
import { currentFiles, type Replaced } from './formerFiles.ts';
import { createWorkStore } from './workStore.ts';

export const STORED = ['models', 'engine', 'page', 'work'] as const;
/** Models; the engine that runs them; the page, for use without a network; and what a person has painted. */
export type Stored = (typeof STORED)[number];

export interface StorageReport {
  /** Bytes; for `work`, how many paintings. */
  readonly parts: Readonly<Record<Stored, number>>;
  /** Bytes of those that a newer one has taken the place of: they leave by themselves once that was used twice. */
  readonly former: Readonly<Record<Replaced, number>>;
  /** Whether the browser has promised not to clear it by itself; undefined where it cannot say. */
  readonly kept: boolean | undefined;
}

/** Caches by the beginnings of their names: the painter's two, the service worker's, Workbox's. */
const CACHES: Readonly<Record<Exclude<Stored, 'work'>, readonly string[]>> = {
  models: [MODEL_CACHE],
  engine: [ENGINE_CACHE],
  page: ['plein-air-beside', 'plein-air-shared', 'workbox-'],
};

/** What this page keeps in this browser. Parts that cannot be read count nothing. */
export async function reportStorage(): Promise<StorageReport> {
  const [models, engine, page, works, kept] = await Promise.all([
    bytesIn('models', notCurrent('models')),
    bytesIn('engine', notCurrent('engine')),
    bytesIn('page'),
    createWorkStore()
      .list()
      .catch(() => []),
    navigator.storage?.persisted?.().catch(() => undefined),
  ]);
  return {
    parts: { models: models.all, engine: engine.all, page: page.all, work: works.length },
    former: { models: models.former, engine: engine.former },
    kept,
  };
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

async function bytesIn(
  part: Exclude<Stored, 'work'>,
  isFormer: (address: string) => boolean = () => false,
): Promise<{ readonly all: number; readonly former: number }> {
  const bytes = { all: 0, former: 0 };
  try {
    for (const name of await namesOf(part)) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const size = (await (await cache.match(request))?.blob())?.size ?? 0;
        bytes.all += size;
        if (isFormer(request.url)) bytes.former += size;
      }
    }
    return bytes;
  } catch {
    return { all: 0, former: 0 };
  }
}

/** Before anything was used there is nothing former. */
function notCurrent(kind: Replaced): (address: string) => boolean {
  const current = currentFiles(kind, localStorage);
  return (address) => current.size > 0 && !current.has(address);
}

async function namesOf(part: Exclude<Stored, 'work'>): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => CACHES[part].some((start) => name.startsWith(start)));
}
