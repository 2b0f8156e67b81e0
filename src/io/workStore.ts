import { createStore, getMany, keys, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { importAgain } from './importAgain.ts';
import { forgetNote, notedDocuments, notedText, writeNote, type NoteStorage } from './leavingNote.ts';
import { orElse } from './orElse.ts';
import { parseSavedWork, type SavedWork } from './savedWork.ts';
import { cutWork, joinWork, readCutWork } from './workPieces.ts';
import type { RawWork, WorkRecord } from './workRecord.ts';
import { parseWorkInfo, type WorkInfo } from './workInfo.ts';

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

/** Documents by id. Every method may reject: a browser may forbid storage, or have no room. */
export interface WorkStore {
  /** What is stored, written last first. */
  list(): Promise<WorkEntry[]>;
  /** Rejects only where the storage as a whole does not answer, or a part of the page cannot be fetched; a document that it cannot give back is unreadable. */
  read(id: string): Promise<StoredWork>;
  /** @param atOnce in one task of the page, however long: it is being left */
  write(id: string, record: WorkRecord, atOnce?: boolean): Promise<void>;
  readRaw(id: string): Promise<RawWork>;
  writeRaw(id: string, raw: RawWork): Promise<void>;
  /** Changes what the list shows of it, and not its time. */
  describe(id: string, info: WorkInfo): Promise<void>;
  /** With what was noted of it. */
  remove(id: string): Promise<void>;
  /** Notes it down at once, without its pixels, for a page that may be gone before a write is through. Never throws. */
  note(id: string, record: WorkRecord): void;
  forgetNote(id: string): void;
  /** Ids of the documents that something is noted of. */
  noted(): readonly string[];
  /** Calls back when what was stored may be gone. @returns no more */
  onLost(listener: () => void): () => void;
  /** Stores what was noted of a document, where it is newer, and forgets the note. What cannot be read stays as it is. */
  recall(id: string): Promise<void>;
}

const WORK = 'work:';
/** When it was written: apart from the work, so that listing reads no pixels. */
const TIME = 'time:';
const INFO = 'info:';
const HISTORY = 'history:';
/** Pixels of a large picture, `PIECE + id + ':' + number`. */
const PIECE = 'piece:';

const NO_NOTES: NoteStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
};

function pieceKey(id: string, n: number): string {
  return `${PIECE}${id}:${n}`;
}

/** All of a document's: a semicolon is what follows a colon. */
function piecesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${PIECE}${id}:`, `${PIECE}${id};`);
}

/** A transaction that the browser aborts may say nothing of why. */
function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error('The browser has not stored it.');
}

/** @param notes where notes lie; none are taken where a browser forbids it */
export function createWorkStore(
  name = 'plein-air',
  notes: NoteStorage = orElse(NO_NOTES, () => localStorage),
): WorkStore {
  // Opening may throw where storage is forbidden: at first use, not here.
  let opened: UseStore | undefined;
  const watched = new WeakSet<IDBDatabase>();
  const listeners = new Set<() => void>();

  const store = (): UseStore => {
    const use = (opened ??= createStore(name, 'works'));
    return (mode, task) =>
      use(mode, (works) => {
        watch(works.transaction.db);
        return task(works);
      });
  };

  function lose(): void {
    opened = undefined;
    for (const listener of listeners) listener();
  }

  /** Somebody deletes the database, or the browser has closed it: the next use opens a new one. */
  function watch(database: IDBDatabase): void {
    if (watched.has(database)) return;
    watched.add(database);
    database.addEventListener('versionchange', () => {
      // Else whoever deletes it waits for as long as this page is there, and all that is written until then goes with it.
      database.close();
      lose();
    });
    database.addEventListener('close', lose);
  }

  function readRaw(id: string): Promise<RawWork> {
    return store()('readonly', async (works) => {
      const get = (key: string) => promisifyRequest<unknown>(works.get(key));
      const [work, info, history, time] = await Promise.all([WORK, INFO, HISTORY, TIME].map((kind) => get(kind + id)));
      const cut = readCutWork(work);
      const keysOfPieces = Array.from({ length: cut?.pieces ?? 0 }, (_, n) => pieceKey(id, n));
      const whole = cut ? joinWork(cut, await Promise.all(keysOfPieces.map(get))) : work;
      return { work: whole, info, history, time: Number(time) || 0 };
    });
  }

  /**
   * All of it or nothing, a piece of a large picture in each task of the page.
   * @param atOnce in one task: a page that is being left may not live to see the next
   */
  function put(id: string, { work, info, history, time }: RawWork, atOnce = false): Promise<void> {
    const cut = cutWork(work);
    return store()(
      'readwrite',
      (works) =>
        new Promise((resolve, reject) => {
          const { transaction } = works;
          let failure: unknown;
          transaction.addEventListener('complete', () => resolve());
          transaction.addEventListener('abort', () => reject(asError(failure ?? transaction.error)));
          // What throws here, where nobody waits, takes back what was put before it.
          const attempt = (task: () => void) => {
            try {
              task();
            } catch (error) {
              failure = error;
              transaction.abort();
            }
          };
          const putFrom = (n: number) =>
            attempt(() => {
              for (let at = n; at < cut.pieces.length; at++) {
                const request = works.put(cut.pieces[at], pieceKey(id, at));
                if (atOnce) continue;
                request.addEventListener('success', () => putFrom(at + 1));
                return;
              }
              // At once, instead of after an answer that a page that is being left may not live to hear.
              transaction.commit();
            });
          attempt(() => {
            // In this task: the arrays of the document may be written to in the next, and the pieces alone are copies.
            works.put(cut.work, WORK + id);
            works.put(info, INFO + id);
            works.put(history, HISTORY + id);
            works.put(time, TIME + id);
            works.delete(piecesOf(id));
            putFrom(0);
          });
        }),
    );
  }

  /** A document with what was noted of it, if that is newer. What reads notes is fetched where there is one, which is seldom. */
  async function noted(id: string, raw: RawWork): Promise<RawWork | undefined> {
    const { readNote, withNote } = await importAgain(() => import('./recalledNote.ts'));
    const note = readNote(notes, id);
    return note && withNote(raw, note);
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
      const isNoted = notedText(notes, id) !== null;
      if (!stored.includes(WORK + id) && !isNoted) return { kind: 'missing' };
      // A value that the browser has lost half of rejects, while the storage is well.
      const lying = await readRaw(id).catch(() => undefined);
      // There was no room to store what was noted: it is what the person had last all the same.
      const raw = (lying && isNoted && (await noted(id, lying))) || lying;
      if (raw && raw.work === undefined) return { kind: 'missing' };
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
    write: (id, { work, info, history }, atOnce) => put(id, { work, info, history, time: Date.now() }, atOnce),
    readRaw,
    writeRaw: (id, raw) => put(id, raw),
    describe: (id, info) => set(INFO + id, info, store()),
    remove(id) {
      forgetNote(notes, id);
      return store()('readwrite', (works) => {
        for (const kind of [TIME, WORK, INFO, HISTORY]) works.delete(kind + id);
        works.delete(piecesOf(id));
        return promisifyRequest(works.transaction);
      });
    },
    note: (id, record) => writeNote(notes, id, record),
    forgetNote: (id) => forgetNote(notes, id),
    noted: () => notedDocuments(notes),
    onLost(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async recall(id) {
      const raw = await readRaw(id);
      const next = await noted(id, raw);
      if (next) await put(id, next);
      // What is noted is then all that can be read of it.
      else if (raw.work !== undefined && !parseSavedWork(raw.work)) return;
      forgetNote(notes, id);
    },
  };
}
