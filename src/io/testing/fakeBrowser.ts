import type { Locks } from '../documentClaim.ts';
import { forgetNote, notedDocuments, writeNote, type NoteStorage } from '../leavingNote.ts';
import { readNote, withNote } from '../recalledNote.ts';
import { parseSavedWork } from '../savedWork.ts';
import { parseWorkInfo } from '../workInfo.ts';
import type { OpenWork } from '../openWork.ts';
import type { Tabs } from '../tabs.ts';
import { startWorkSession } from '../workSession.ts';
import type { RawWork } from '../workRecord.ts';
import type { StoredWork, WorkStore } from '../workStore.ts';

/** Locks that all tabs share, as a browser has them: `close` gives back what a tab holds. */
export function createFakeLocks() {
  const held = new Map<string, object>();
  const waiting = new Set<() => void>();
  const letIn = () => [...waiting].forEach((attempt) => attempt());
  return {
    names: () => [...held.keys()],
    tab(): Locks & { close: () => void } {
      const tab = {};
      const request = async (name: string, options: LockOptions, callback: LockGrantedCallback<unknown>) => {
        if (held.has(name) && options.ifAvailable) return callback(null);
        await new Promise<void>((enter, refuse) => {
          const attempt = () => {
            if (held.has(name)) return;
            waiting.delete(attempt);
            held.set(name, tab);
            enter();
          };
          waiting.add(attempt);
          options.signal?.addEventListener('abort', () => {
            if (waiting.delete(attempt)) refuse(options.signal?.reason as Error);
          });
          attempt();
        });
        const result: unknown = await callback({ name, mode: 'exclusive' });
        held.delete(name);
        letIn();
        return result;
      };
      return {
        request: request as Locks['request'],
        close() {
          for (const [name, holder] of held) if (holder === tab) held.delete(name);
          letIn();
        },
      };
    },
  };
}

/** The session storage of one tab; copied with the tab. */
export function createFakeSession(from: ReadonlyMap<string, string> = new Map()) {
  const values = new Map(from);
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

/** Tabs that hear each other. */
export function createFakeTabs(): Tabs {
  const answers = new Set<() => string>();
  return {
    ask(id, onTaken) {
      if ([...answers].some((current) => current() === id)) queueMicrotask(onTaken);
      return () => undefined;
    },
    answer(current) {
      answers.add(current);
      return () => answers.delete(current);
    },
  };
}

/** The local storage of all tabs. */
export function createFakeNotes(): NoteStorage & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

const NOTHING: RawWork = { work: undefined, info: undefined, history: undefined, time: 0 };

/** Documents in memory, in the order in which they were written. */
export function createFakeStore(): WorkStore & { works: Map<string, RawWork> } {
  const works = new Map<string, RawWork>();
  const notes = createFakeNotes();
  let clock = 0;
  const put = async (id: string, raw: RawWork) => {
    works.delete(id);
    works.set(id, structuredClone(raw));
  };
  return {
    works,
    list: async () => [...works].toReversed().map(([id, { time, info }]) => ({ id, time, info: parseWorkInfo(info) })),
    async read(id) {
      const note = readNote(notes, id);
      const raw = (note && withNote(works.get(id) ?? NOTHING, note)) ?? works.get(id);
      if (!raw) return { kind: 'missing' };
      const work = parseSavedWork(raw.work);
      return work
        ? { kind: 'work', work, info: parseWorkInfo(raw.info), history: raw.history }
        : { kind: 'unreadable' };
    },
    write: (id, { work, info, history }) => put(id, { work, info, history, time: ++clock }),
    readRaw: async (id) => structuredClone(works.get(id)!),
    writeRaw: put,
    async describe(id, info) {
      works.set(id, { ...works.get(id)!, info });
    },
    async remove(id) {
      forgetNote(notes, id);
      works.delete(id);
    },
    note: (id, record) => writeNote(notes, id, record),
    forgetNote: (id) => forgetNote(notes, id),
    noted: () => notedDocuments(notes),
    onLost: () => () => undefined,
    async recall(id) {
      const note = readNote(notes, id);
      const next = note && withNote(works.get(id) ?? NOTHING, note);
      if (next) await put(id, next);
      forgetNote(notes, id);
    },
  };
}

/** What `openWork` comes to, without a browser. */
export function openedWith(found: StoredWork, store: WorkStore = createFakeStore()): OpenWork {
  const session = createFakeSession();
  const place = {
    store,
    session,
    tabs: createFakeTabs(),
    locks: undefined,
    newId: () => 'another',
    id: 'first',
    release: undefined,
  };
  return {
    found,
    late: undefined,
    keep: (painted, options) =>
      startWorkSession({
        ...place,
        ...options,
        painted,
        info: found.kind === 'work' ? found.info : undefined,
        isStored: found.kind === 'work',
        whenHidden: () => () => {},
      }),
  };
}
