import type { PaintDocument } from '../document/paintDocument.ts';
import { claimDocument, holdWhenLeft, recallDocument, type Locks } from './documentClaim.ts';
import { nextTask } from './nextTask.ts';
import { orElse } from './orElse.ts';
import { randomId } from './randomId.ts';
import { createTabs, type Tabs } from './tabs.ts';
import { startWorkSession, type WorkSession, type WorkSessionOptions } from './workSession.ts';
import { createWorkStore, type StoredWork, type WorkEntry, type WorkStore } from './workStore.ts';

/** How long the page waits for the browser's storage before it opens without it. Milliseconds. */
export const STORAGE_PATIENCE = 2000;

const NO_SESSION: Pick<Storage, 'getItem' | 'setItem'> = { getItem: () => null, setItem: () => {} };

export interface OpenWork {
  /** What this tab had before it was closed or loaded again, or the newest of the person's own pictures. */
  readonly found: StoredWork;
  /** Where the storage has not answered in time: the id of what would have been found, once it does. */
  readonly late: Promise<string | undefined> | undefined;
  /** Saves the document from now on, also when the page is hidden or left. */
  keep(painted: PaintDocument, options: KeepOptions): WorkSession;
}

export type KeepOptions = Pick<WorkSessionOptions, 'capture' | 'onTrouble' | 'whenHidden'>;

export interface OpenWorkOptions {
  readonly store?: WorkStore;
  readonly locks?: Locks | undefined;
  readonly tabs?: Tabs;
  readonly session?: Pick<Storage, 'getItem' | 'setItem'>;
  readonly newId?: () => string;
  /** Begins a new document, which a person has changed already or not yet: the work of this tab stays as it is. */
  readonly beside?: 'changed' | 'untouched';
  readonly patience?: number;
}

/**
 * Finds the work of this tab: what it had last, else the newest of the person's own. Nothing is ever deleted or written
 * over for it: what cannot be read stays where it is. Never rejects: a page without storage begins empty, and says so.
 */
export async function openWork(options: OpenWorkOptions = {}): Promise<OpenWork> {
  const store = options.store ?? createWorkStore();
  // Typed as always there, but pages without https have none.
  const locks = 'locks' in options ? options.locks : (navigator.locks as Locks | undefined);
  const session = options.session ?? orElse(NO_SESSION, () => sessionStorage);
  const newId = options.newId ?? randomId;
  const patience = options.patience ?? STORAGE_PATIENCE;
  const tabs = options.tabs ?? createTabs();
  const place = { locks, tabs, session, newId };

  const last = recallDocument(session);
  // How long another page takes to go is no matter of the storage's.
  const noted = options.beside ? [] : await holdNoted(store, locks, tabs);
  const list = options.beside ? Promise.resolve([]) : listWithNotes(store, noted);
  const listed = await within(patience, list);
  const answered = listed !== 'late';
  const saved = answered ? (listed ?? []).filter(isOwn).map(({ id }) => id) : [];
  let claim = await claimDocument({ ...place, saved, beside: options.beside !== undefined || !answered });
  let found: StoredWork = { kind: 'missing' };
  if (claim.source !== undefined) {
    const read = await within(patience, store.read(claim.source));
    found = read === 'late' || read === undefined ? { kind: 'missing' } : read;
    // A large picture was put together; to show it is a task of its own.
    await nextTask();
    // Something lies there that this page cannot read: it stays, and the page goes on beside it.
    if (found.kind === 'unreadable' || read === 'late' || read === undefined) {
      claim.release?.();
      claim = await claimDocument({ ...place, saved: [], beside: true });
    }
  }
  const info = found.kind === 'work' ? found.info : undefined;
  const { id, release } = claim;
  const isStored = options.beside === 'changed' || (found.kind === 'work' && claim.source === id);
  return {
    found,
    late: answered
      ? undefined
      : list.then((entries) => (entries.find(({ id: one }) => one === last) ?? entries.find(isOwn))?.id),
    keep: (painted, keep) => startWorkSession({ ...place, ...keep, store, painted, id, release, info, isStored }),
  };
}

interface NotedDocument {
  readonly id: string;
  /** Undefined without locks. */
  readonly release: (() => void) | undefined;
}

/**
 * Holds the documents of which pages have noted something when they were left: those that no tab has open, or the one that is being
 * loaded again. A tab that is open saves by itself.
 */
async function holdNoted(store: WorkStore, locks: Locks | undefined, tabs: Tabs): Promise<readonly NotedDocument[]> {
  const noted = await Promise.all(
    store.noted().map(async (id) => ({ id, release: locks && (await holdWhenLeft(locks, tabs, id)) })),
  );
  return noted.filter(({ release }) => !locks || release);
}

/** Stores what was noted, before the list is asked for. */
async function listWithNotes(store: WorkStore, noted: readonly NotedDocument[]): Promise<readonly WorkEntry[]> {
  for (const { id, release } of noted) {
    await store.recall(id).catch(() => undefined);
    release?.();
  }
  return store.list();
}

/** What came with a link is opened again by the tab that had it alone. */
function isOwn({ info }: WorkEntry): boolean {
  return info?.from !== 'link';
}

/** @returns undefined for what has failed */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | 'late' | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
