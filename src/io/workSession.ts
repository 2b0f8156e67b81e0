import type { PaintDocument } from '../document/paintDocument.ts';
import { startAutosave, type Autosave, type AutosaveTrouble, type Keeping } from './autosave.ts';
import { holdDocument, rememberDocument, type ClaimOptions, type Locks } from './documentClaim.ts';
import type { WorkInfo } from './workInfo.ts';
import type { WorkRecord } from './workRecord.ts';
import type { StoredWork, WorkStore } from './workStore.ts';

/** What is captured of the page: all but when its picture was begun, which the session knows. */
export type CapturedWork = Omit<WorkRecord, 'info'> & { readonly info: Omit<WorkInfo, 'created'> };

export interface WorkSessionOptions extends Pick<ClaimOptions, 'session' | 'tabs' | 'newId'> {
  readonly store: WorkStore;
  readonly locks: Locks | undefined;
  readonly painted: PaintDocument;
  readonly id: string;
  readonly release: (() => void) | undefined;
  /** What was stored of the document, or of the one that it is a copy of. */
  readonly info: WorkInfo | undefined;
  /** Whether there is something of a person's to keep: the document lies in the storage, or they have changed it. */
  readonly isStored: boolean;
  /** The document as it is to be stored, without a copy. */
  readonly capture: () => CapturedWork;
  readonly onTrouble: (trouble: AutosaveTrouble | undefined) => void;
  /** Calls it when the page is hidden or left. @returns ends that */
  readonly whenHidden?: ((save: () => void) => () => void) | undefined;
}

/** Which stored document the page writes. */
export interface WorkSession extends Pick<Autosave, 'touch' | 'flush' | 'stop'> {
  readonly id: string;
  /** Whether there is something of a person's: what they opened, changed or named. */
  readonly isWorthKeeping: boolean;
  /** The picture was given a name. */
  cherish(): void;
  /**
   * What is there stays as it is in the storage, and what comes is another document. Nothing happens where a person has
   * changed nothing since it was put in place: a starter that is followed by another one is not worth keeping.
   */
  beside(): void;
  /** The same, however little was changed. */
  anew(): void;
  /**
   * Goes over to another document of the storage, after what is there was saved. The caller puts it in place.
   * @returns held: another tab has it open
   */
  switchTo(id: string): Promise<StoredWork | { readonly kind: 'held' }>;
}

export function startWorkSession(options: WorkSessionOptions): WorkSession {
  const { store, locks, tabs, session, newId, painted, capture, onTrouble } = options;
  let { id, release } = options;
  let created = options.info?.created ?? Date.now();
  let isWorthKeeping = options.isStored;

  function keepingOf(own: string, begun: number): Keeping<CapturedWork> {
    const whole = ({ info, ...rest }: CapturedWork) => ({ ...rest, info: { ...info, created: begun } });
    return {
      write: (captured, leaving) => store.write(own, whole(captured), leaving),
      // What nobody has touched does not come back.
      note: (captured) => (own !== id || isWorthKeeping) && store.note(own, whole(captured)),
      forget: () => store.forgetNote(own),
    };
  }

  const autosave = startAutosave({ painted, capture, keeping: keepingOf(id, created), onTrouble });
  const unsubscribe = painted.subscribe((part) => {
    if (part === 'layout' || part === 'tokens') isWorthKeeping = true;
  });
  // What is seen is kept, whatever became of the storage.
  const stopLosing = store.onLost(() => isWorthKeeping && autosave.touch());
  const stopAnswering = tabs.answer(() => id);
  const stopHiding = (options.whenHidden ?? whenHidden)(() => autosave.leave());

  function take(next: string, begun: number, nextRelease: (() => void) | undefined): void {
    const before = { id, release, isWorthKeeping };
    id = next;
    created = begun;
    release = nextRelease;
    isWorthKeeping = false;
    rememberDocument(session, next);
    autosave.divert(keepingOf(next, begun), { keep: before.isWorthKeeping });
    void leave(before);
  }

  /** Held until all of it is written; what nobody has touched does not stay in the list. */
  async function leave(before: Pick<typeof options, 'id' | 'release'> & { isWorthKeeping: boolean }): Promise<void> {
    await autosave.flush();
    if (!before.isWorthKeeping) await store.remove(before.id).catch(() => undefined);
    before.release?.();
  }

  function anew(): void {
    const next = newId();
    take(next, Date.now(), undefined);
    if (locks) void holdDocument(locks, next).then((held) => (id === next ? (release = held) : held?.()));
  }

  return {
    get id() {
      return id;
    },
    get isWorthKeeping() {
      return isWorthKeeping;
    },
    cherish() {
      isWorthKeeping = true;
      autosave.touch();
    },
    touch: () => autosave.touch(),
    flush: () => autosave.flush(),
    beside() {
      if (isWorthKeeping) anew();
    },
    anew,
    async switchTo(next) {
      await autosave.flush();
      const held = locks && (await holdDocument(locks, next));
      if (locks && !held) return { kind: 'held' };
      const found = await store.read(next).catch((): StoredWork => ({ kind: 'unreadable' }));
      if (found.kind !== 'work') {
        held?.();
        return found;
      }
      // Without locks another tab may be writing it: it is copied with the first change.
      take(locks ? next : newId(), found.info?.created ?? Date.now(), held);
      isWorthKeeping = true;
      return found;
    },
    stop() {
      unsubscribe();
      stopHiding();
      stopAnswering();
      stopLosing();
      autosave.stop();
    },
  };
}

/**
 * A page that is hidden may never be shown again. When it is left in the second after a change, the browser may end it
 * before the write is through (6 to 7 of 10 reloads kept it on a busy machine): what is noted down at once is read when the page
 * opens the next time.
 */
function whenHidden(save: () => void): () => void {
  const onVisibility = () => document.visibilityState === 'hidden' && save();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', save);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', save);
  };
}
