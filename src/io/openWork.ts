import type { PaintDocument } from '../document/paintDocument.ts';
import { startAutosave, type Autosave, type AutosaveTrouble } from './autosave.ts';
import { claimDocument, holdDocument, type Claim, type Locks } from './documentClaim.ts';
import type { SavedWork } from './savedWork.ts';
import { createWorkStore, type WorkStore } from './workStore.ts';

/** Documents that are kept: those of the tabs that were used last. */
const KEPT_DOCUMENTS = 8;

export interface OpenWork {
  /** What this tab had before it was closed or loaded again, if anything. */
  readonly work: SavedWork | undefined;
  /** Saves the document from now on, also when the page is hidden or left. */
  autosave(painted: PaintDocument, page: () => unknown, onTrouble: (trouble: AutosaveTrouble) => void): Autosave;
}

export interface OpenWorkOptions {
  readonly store?: WorkStore;
  readonly locks?: Locks | undefined;
  readonly session?: Pick<Storage, 'getItem' | 'setItem'>;
  readonly newId?: () => string;
  /** Begins a new document: the work of this tab stays as it is. */
  readonly beside?: boolean;
}

/** Finds the work of this tab. Never rejects: a page without storage begins empty, and says so when it first saves. */
export async function openWork(options: OpenWorkOptions = {}): Promise<OpenWork> {
  const store = options.store ?? createWorkStore();
  // Typed as always there, but pages without https have none.
  const locks = 'locks' in options ? options.locks : (navigator.locks as Locks | undefined);
  const session = options.session ?? sessionOrNothing();
  const newId = options.newId ?? randomId;
  const saved = await store.list().catch(() => []);
  const claim = await claimDocument({ locks, session, saved, newId, beside: options.beside ?? false });
  const work = await readClaimed(store, claim);
  if (locks) await forgetOldest(store, locks, saved).catch(() => {});
  return {
    work,
    autosave(painted, page, onTrouble) {
      const autosave = startAutosave({ painted, page, onTrouble, write: (next) => store.write(claim.id, next) });
      return flushedWhenHidden(autosave);
    },
  };
}

async function readClaimed(store: WorkStore, { source }: Claim): Promise<SavedWork | undefined> {
  return source === undefined ? undefined : store.read(source).catch(() => undefined);
}

/** Removes what is neither among the newest nor a living tab's. */
async function forgetOldest(store: WorkStore, locks: Locks, saved: readonly string[]): Promise<void> {
  for (const id of saved.slice(KEPT_DOCUMENTS)) {
    const release = await holdDocument(locks, id);
    if (!release) continue;
    await store.remove(id).finally(release);
  }
}

/**
 * A page that is hidden may never be shown again. When it is left in the second after a change, the browser may end it
 * before the write is through (6 to 7 of 10 reloads kept it on a busy machine): this is an attempt, and no promise.
 */
function flushedWhenHidden(autosave: Autosave): Autosave {
  const flush = () => void autosave.flush();
  const onVisibility = () => document.visibilityState === 'hidden' && flush();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', flush);
  return {
    ...autosave,
    stop() {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', flush);
      autosave.stop();
    },
  };
}

/** `crypto.randomUUID` is there on https pages alone. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join('-');
}

function sessionOrNothing(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}
