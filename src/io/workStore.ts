import { createStore, delMany, getMany, keys, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { parseSavedWork, type SavedWork } from './savedWork.ts';
import { parseWorkInfo, type WorkInfo } from './workInfo.ts';

/** All that is stored of a document. */
export interface WorkRecord {
  readonly work: SavedWork;
  readonly info: WorkInfo;
  /** What of its history comes back with it; `savedHistory.ts` reads it. */
  readonly history?: unknown;
}

/** One line of the list. */
export interface WorkEntry {
  readonly id: string;
  /** When it was written last, in milliseconds since 1970. */
  readonly time: number;
  /** Undefined for a document of an older page, until it is read. */
  readonly info: WorkInfo | undefined;
}

/** What reading a document comes to. One that cannot be read is still there, and is never written over. */
export type StoredWork =
  | { readonly kind: 'work'; readonly work: SavedWork; readonly info: WorkInfo | undefined; readonly history: unknown }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable' };

/** A document as it lies there, whatever it is: to be put back, copied, or saved as a file. */
export interface RawWork {
  readonly work: unknown;
  readonly info: unknown;
  readonly history: unknown;
  readonly time: number;
}

/** Documents by id. Every method may reject: a browser may forbid storage, or have no room. */
export interface WorkStore {
  /** What is stored, written last first. */
  list(): Promise<WorkEntry[]>;
  /** Rejects only where the storage as a whole does not answer; a document that it cannot give back is unreadable. */
  read(id: string): Promise<StoredWork>;
  write(id: string, record: WorkRecord): Promise<void>;
  readRaw(id: string): Promise<RawWork>;
  writeRaw(id: string, raw: RawWork): Promise<void>;
  /** Changes what the list shows of it, and not its time. */
  describe(id: string, info: WorkInfo): Promise<void>;
  remove(id: string): Promise<void>;
}

const WORK = 'work:';
/** When it was written: apart from the work, so that listing reads no pixels. */
const TIME = 'time:';
const INFO = 'info:';
const HISTORY = 'history:';

export function createWorkStore(name = 'plein-air'): WorkStore {
  // Opening may throw where storage is forbidden: at first use, not here.
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore(name, 'works'));

  async function readRaw(id: string): Promise<RawWork> {
    const [work, info, history, time] = await getMany<unknown>(
      [WORK + id, INFO + id, HISTORY + id, TIME + id],
      store(),
    );
    return { work, info, history, time: Number(time) || 0 };
  }

  /** All of it or nothing. */
  function put(id: string, { work, info, history, time }: RawWork): Promise<void> {
    return store()('readwrite', (works) => {
      works.put(work, WORK + id);
      works.put(info, INFO + id);
      works.put(history, HISTORY + id);
      works.put(time, TIME + id);
      // At once, instead of after an answer that a page that is being left may not live to hear.
      works.transaction.commit();
      return promisifyRequest(works.transaction);
    });
  }

  return {
    async list() {
      const all = (await keys(store())).filter((key) => typeof key === 'string');
      const times = all.filter((key) => key.startsWith(TIME));
      const ids = times.map((key) => key.slice(TIME.length));
      const values = await getMany<unknown>([...times, ...ids.map((id) => INFO + id)], store());
      return ids
        .map((id, index) => ({
          id,
          time: Number(values[index]) || 0,
          info: parseWorkInfo(values[ids.length + index]),
        }))
        .toSorted((a, b) => b.time - a.time);
    },
    async read(id) {
      const stored = await keys(store());
      if (!stored.includes(WORK + id)) return { kind: 'missing' };
      // A value that the browser has lost half of rejects, while the storage is well.
      const raw = await readRaw(id).catch(() => undefined);
      const work = parseSavedWork(raw?.work);
      const info = parseWorkInfo(raw?.info);
      if (!raw || !work) {
        // The list names it so without reading it again.
        if (info && info.unreadable !== true)
          await set(INFO + id, { ...info, unreadable: true }, store()).catch(() => {});
        return { kind: 'unreadable' };
      }
      return { kind: 'work', work, info, history: raw.history };
    },
    write: (id, { work, info, history }) => put(id, { work, info, history, time: Date.now() }),
    readRaw,
    writeRaw: put,
    describe: (id, info) => set(INFO + id, info, store()),
    remove: (id) => delMany([TIME + id, WORK + id, INFO + id, HISTORY + id], store()),
  };
}
