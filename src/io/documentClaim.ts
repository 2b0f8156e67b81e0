import { orElse } from './orElse.ts';
import type { Tabs } from './tabs.ts';

/** What of `navigator.locks` is used. */
export type Locks = Pick<LockManager, 'request'>;

export interface Claim {
  /** The document that this tab writes, and no other one does. */
  readonly id: string;
  /** Whose work to begin with: mostly the document's own, another's for a copied tab. undefined: a new page. */
  readonly source: string | undefined;
  /** Lets other tabs have it. */
  readonly release: (() => void) | undefined;
}

export interface ClaimOptions {
  /** undefined where the browser has none, as on pages without https. */
  readonly locks: Locks | undefined;
  readonly tabs: Tabs;
  readonly session: Pick<Storage, 'getItem' | 'setItem'>;
  /** Ids of the person's own pictures that are stored, newest first. */
  readonly saved: readonly string[];
  readonly newId: () => string;
  /** Begins a new document beside those that there are. */
  readonly beside?: boolean;
}

const SESSION_KEY = 'plein-air-document';
const LOCK = 'plein-air-document-';

/**
 * After a reload the page that was there may hold its lock for a moment longer, on a busy machine for seconds. What holds it beyond this,
 * or says that it lives, is the tab that this one was copied from. Milliseconds.
 */
const PATIENCE = 5000;

/**
 * Says which document is this tab's. A tab's own id lies in its session storage, and a lock is held for as long as the
 * tab lives or the document is its own: so two tabs never write the same document, and a new tab takes up what a closed
 * one left.
 */
export async function claimDocument(options: ClaimOptions): Promise<Claim> {
  const { locks, tabs, session, saved, newId, beside = false } = options;
  const claim = await chosen();
  rememberDocument(session, claim.id);
  return claim;

  async function chosen(): Promise<Claim> {
    if (beside) return fresh(undefined);
    const own = recallDocument(session);
    if (own !== undefined) {
      const release = locks && (await holdWhenLeft(locks, tabs, own));
      return !locks || release ? { id: own, source: own, release } : fresh(own);
    }
    // Without locks nobody can say whose it is: the newest is copied, never written.
    if (!locks) return { id: newId(), source: saved[0], release: undefined };
    for (const id of saved) {
      const release = await holdDocument(locks, id);
      if (release) return { id, source: id, release };
    }
    return fresh(undefined);
  }

  async function fresh(source: string | undefined): Promise<Claim> {
    const id = newId();
    return { id, source, release: locks && (await holdDocument(locks, id)) };
  }
}

/** Holds a document that a page which is going may still hold; undefined if a tab that lives has it. */
export async function holdWhenLeft(locks: Locks, tabs: Tabs, id: string): Promise<(() => void) | undefined> {
  const atOnce = await holdDocument(locks, id);
  if (atOnce) return atOnce;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const stop = tabs.ask(id, () => patience.abort());
  try {
    return await holdDocument(locks, id, patience.signal);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/**
 * Holds a document's lock until the tab closes, or until the function that it returns is called.
 * @param signal ends the wait for another holder to go; does not wait, if left out.
 * @returns undefined if another tab holds it.
 */
export function holdDocument(locks: Locks, id: string, signal?: AbortSignal): Promise<(() => void) | undefined> {
  const { promise: released, resolve: release } = withResolvers<void>();
  const { promise, resolve } = withResolvers<(() => void) | undefined>();
  const options: LockOptions = signal ? { signal } : { ifAvailable: true };
  locks
    .request(LOCK + id, options, (lock) => {
      resolve(lock ? () => release() : undefined);
      return lock ? released : undefined;
    })
    // Nobody let go in time.
    .catch(() => resolve(undefined));
  return promise;
}

/** Ids of the documents that any tab has open; none where a browser cannot say. */
export async function heldDocuments(): Promise<ReadonlySet<string>> {
  const locks = (globalThis.navigator as { readonly locks?: LockManager } | undefined)?.locks;
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  const names = held.flatMap(({ name }) => (name?.startsWith(LOCK) === true ? [name.slice(LOCK.length)] : []));
  return new Set(names);
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

// Session storage throws where a browser forbids it: the tab then has no id to come back to.

/** The document that this tab had last. */
export function recallDocument(session: ClaimOptions['session']): string | undefined {
  return orElse(undefined, () => session.getItem(SESSION_KEY) ?? undefined);
}

/** The tab comes back to this document when it is loaded again. */
export function rememberDocument(session: ClaimOptions['session'], id: string): void {
  orElse(undefined, () => session.setItem(SESSION_KEY, id));
}
