import { createStore, delMany, getMany, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';
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

const WORK = 'work:';
/** When it was written: apart from the work, so that listing reads no pixels. */
const TIME = 'time:';

export function createWorkStore(name = 'plein-air'): WorkStore {
  // Opening may throw where storage is forbidden: at first use, not here.
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore(name, 'works'));
  return {
    async list() {
      const times = (await keys(store()))
        .filter((key) => typeof key === 'string')
        .filter((key) => key.startsWith(TIME));
      const values = await getMany<unknown>(times, store());
      return times
        .map((key, index) => ({ id: key.slice(TIME.length), time: Number(values[index]) }))
        .toSorted((a, b) => b.time - a.time)
        .map(({ id }) => id);
    },
    async read(id) {
      return parseSavedWork(await get(WORK + id, store()));
    },
    write(id, work) {
      return store()('readwrite', (works) => {
        works.put(work, WORK + id);
        works.put(Date.now(), TIME + id);
        // At once, instead of after an answer that a page that is being left may not live to hear.
        works.transaction.commit();
        return promisifyRequest(works.transaction);
      });
    },
    remove: (id) => delMany([TIME + id, WORK + id], store()),
  };
}
