import * as v from 'valibot';
import { filesOf, type Manifest } from '../protocol/manifest.ts';
import type { BundleSource } from '../protocol/paintEngine.ts';
import { orElse } from './orElse.ts';
import { ENGINE_CACHE, MODEL_CACHE, modelAddress } from '../protocol/storedFiles.ts';

/** What takes the place of an older one of its kind: a model, or the engine's WebAssembly. */
export type Replaced = 'models' | 'engine';

const CACHES: Readonly<Record<Replaced, string>> = { models: MODEL_CACHE, engine: ENGINE_CACHE };
const KEYS: Readonly<Record<Replaced, string>> = { models: 'plein-air-used-models', engine: 'plein-air-used-engine' };

/** In so many visits a newer one has to be used before a former one leaves the storage. */
const ENOUGH = 2;
/** Uses that are remembered: more places for models than anyone has. */
const MOST_USES = 32;

const useSchema = v.object({
  /** Only what has the same place is replaced: a model of a stranger's host replaces none of the page's own. */
  place: v.string(),
  /** Of its files in the browser's storage. */
  addresses: v.array(v.string()),
  /** In how many visits it was used. */
  visits: v.number(),
  /** In how many of them a newer one was, since this one was used last. */
  since: v.number(),
});

type Use = v.InferOutput<typeof useSchema>;
type NewUse = Pick<Use, 'place' | 'addresses'>;

/** What of the browser is used. */
export interface Storages {
  readonly local: Pick<Storage, 'getItem' | 'setItem'>;
  readonly caches: Pick<CacheStorage, 'open'>;
  /** Of the page. */
  readonly origin: string;
}

/** Notes what is used in this visit, each thing once. */
export interface UseNotes {
  model(source: BundleSource, manifest: Manifest): void;
  /** @param address of the engine's WebAssembly */
  engine(address: string): void;
}

function useOfModel(source: BundleSource, manifest: Manifest, origin: string): NewUse {
  const files = Object.values(filesOf(manifest)).map(({ sha256 }) => modelAddress(sha256, origin));
  // Models that lie side by side are one after the other of the same page.
  const place = source.kind === 'url' ? new URL('..', new URL(source.url, origin)).href : 'files';
  return { place, addresses: files.toSorted() };
}

function useOfEngine(address: string): NewUse {
  return { place: new URL('.', address).href, addresses: [address] };
}

/** What is remembered after a visit that has used one of them: the newest first. */
function afterVisit(uses: readonly Use[], { place, addresses }: NewUse): readonly Use[] {
  const isIt = (use: Use) => use.place === place && use.addresses.join(' ') === addresses.join(' ');
  const at = uses.findIndex(isIt);
  const own: Use = { place, addresses: [...addresses], visits: (uses[at]?.visits ?? 0) + 1, since: 0 };
  // One that was there before keeps its age: going back to it takes nothing away.
  const others = uses.map((use, index) =>
    use.place === place && (at < 0 || index > at) ? { ...use, since: use.since + 1 } : use,
  );
  const all = at < 0 ? [own, ...others] : others.with(at, own);
  return all.filter(({ since }) => since < ENOUGH).slice(0, MOST_USES);
}

/** @param storages asked when something is noted: a browser may refuse them */
export function createUseNotes(storages: () => Storages = browserStorages): UseNotes {
  const noted = new Set<string>();
  const note = (kind: Replaced, find: (origin: string) => NewUse) => {
    try {
      const found = storages();
      const use = find(found.origin);
      const key = [kind, use.place, ...use.addresses].join(' ');
      if (noted.has(key)) return;
      noted.add(key);
      void noteUse(kind, use, found);
    } catch {
      // What is stored stays where it is.
    }
  };
  return {
    model: (source, manifest) => note('models', (origin) => useOfModel(source, manifest, origin)),
    engine: (address) => note('engine', () => useOfEngine(address)),
  };
}

/**
 * Notes that something is used in this visit, and has what came before it leave the storage, once this has been used twice:
 * by then it works here. Whatever no one remembers to have used leaves with it. Does nothing where the browser keeps nothing.
 */
export async function noteUse(kind: Replaced, use: NewUse, { local, caches }: Storages): Promise<void> {
  try {
    const uses = afterVisit(readUses(kind, local), use);
    local.setItem(KEYS[kind], JSON.stringify(uses));
    const own = uses.find(({ addresses }) => addresses.join(' ') === use.addresses.join(' '));
    if ((own?.visits ?? 0) < ENOUGH) return;
    const kept = new Set(uses.flatMap(({ addresses }) => addresses));
    const cache = await caches.open(CACHES[kind]);
    const left = (await cache.keys()).filter(({ url }) => !kept.has(url));
    await Promise.all(left.map((request) => cache.delete(request)));
  } catch {
    // What is stored stays where it is.
  }
}

/** Addresses of what is stored and was not replaced by anything newer. */
export function currentFiles(kind: Replaced, local: Pick<Storage, 'getItem'>): ReadonlySet<string> {
  return new Set(readUses(kind, local).flatMap(({ since, addresses }) => (since === 0 ? addresses : [])));
}

function readUses(kind: Replaced, local: Pick<Storage, 'getItem'>): readonly Use[] {
  return orElse([], () => v.parse(v.array(useSchema), JSON.parse(local.getItem(KEYS[kind]) ?? '[]')));
}

function browserStorages(): Storages {
  return { local: localStorage, caches, origin: location.origin };
}
