import { createStore, delMany, entries, get, setMany, type UseStore } from 'idb-keyval';
import { parseSavedWork, type SavedWork } from './savedWork.ts';

/** Documents by id. Every method may reject: a browser may forbid storage, or have no room. */
export interface WorkStore {
  /** Ids of what is stored, newest first. */
  list(): Promise<string[]>;
  /** undefined if there is none, or if it cannot be read. */
  read(id: string): Promise<SavedWork | undefined>;
  write(id: string, work: SavedWork): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Works and their times lie in two stores of the same shape, so that listing reads no pixels. */
export function createWorkStore(name = 'plein-air'): WorkStore {
  // idb-keyval holds one store a database, and opening may throw where storage is forbidden: at first use, not here.
  let opened: { works: UseStore; times: UseStore } | undefined;
  const stores = () =>
    (opened ??= { works: createStore(`${name}-works`, 'works'), times: createStore(`${name}-times`, 'times') });
  return {
    async list() {
      const times = await entries<string, unknown>(stores().times);
      return times
        .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
        .toSorted(([, a], [, b]) => b - a)
        .map(([id]) => id);
    },
    async read(id) {
      return parseSavedWork(await get(id, stores().works));
    },
    async write(id, work) {
      await setMany([[id, work]], stores().works);
      // After the work: a time without a work would be taken for the newest document.
      await setMany([[id, Date.now()]], stores().times);
    },
    async remove(id) {
      await delMany([id], stores().times);
      await delMany([id], stores().works);
    },
  };
}
