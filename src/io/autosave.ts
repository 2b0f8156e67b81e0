import type { PaintDocument } from '../document/paintDocument.ts';

/** Saved when nothing has changed for this long … */
export const IDLE_MILLISECONDS = 1000;
/** … but at the latest this long after the first change. */
export const LATEST_MILLISECONDS = 5000;
/** What could not be saved is tried again after this long, then after twice as long each time … */
export const FIRST_RETRY_MILLISECONDS = 2000;
/** … and at the latest after this long. */
export const LAST_RETRY_MILLISECONDS = 60_000;

/** A write that takes longer than this is said not to work, until it does. */
export const SILENT_MILLISECONDS = 15_000;

/** Why the work is not being saved: no room, no storage at all, or one that does not answer. */
export type AutosaveTrouble = 'full' | 'unavailable' | 'silent';

/** Where a document is kept. */
export interface Keeping<T> {
  /**
   * Stores it; the arrays of the record may be written to as soon as it returns.
   * @param leaving the page may be gone in a moment
   */
  write(record: T, leaving: boolean): Promise<void>;
  /** Notes it down at once, as well as that goes: the page may be gone before a write is through. */
  note(record: T): void;
  /** All of it is stored, and what was noted is not needed. */
  forget(): void;
}

export interface AutosaveOptions<T> {
  readonly painted: PaintDocument;
  /** What is to be saved now, without a copy. */
  readonly capture: () => T;
  readonly keeping: Keeping<T>;
  /** Called for the first of a row of failures, and with nothing when saving works; nothing is ever thrown. */
  readonly onTrouble: (trouble: AutosaveTrouble | undefined) => void;
}

export interface Autosave<T = unknown> {
  /** Something of the page's state has changed; changes of the document are seen without it. */
  touch(): void;
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  /** The page may be gone in a moment: notes down what is not stored yet, and stores it. */
  leave(): void;
  /** All that comes is kept elsewhere; what there is now still where it was, if it is to be kept, as a copy. */
  divert(keeping: Keeping<T>, now: { readonly keep: boolean }): void;
  stop(): void;
}

/** Saves the document a while after it has changed, one write at a time, and tries again what has failed. */
export function startAutosave<T>({ painted, capture, keeping, onTrouble }: AutosaveOptions<T>): Autosave<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  /** Never rejects: one write follows the other. */
  let queue = Promise.resolve();
  let failures = 0;
  /** Whether it was said, one way or the other, that saving works. */
  let isWell = false;
  let stopped = false;
  let current = keeping;
  let leaving = false;
  /** Whether a write of what is there now is under way. */
  let writing = false;
  /** Copies of documents that were left before they were saved. */
  const left: { readonly record: T; readonly keeping: Keeping<T> }[] = [];

  function touch(): void {
    if (stopped) return;
    firstChange ??= Date.now();
    if (failures > 0) return; // The next attempt takes it along.
    clearTimeout(timer);
    const latest = firstChange + LATEST_MILLISECONDS - Date.now();
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(IDLE_MILLISECONDS, latest)));
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    queue = queue.then(saveChanges);
    return queue;
  }

  /** Says so where the storage takes a write and does not answer: nothing fails, and nothing is saved. */
  async function heard(written: Promise<void>): Promise<void> {
    const patience = setTimeout(() => {
      isWell = false;
      onTrouble('unavailable');
    }, SILENT_MILLISECONDS);
    try {
      await written;
    } finally {
      clearTimeout(patience);
    }
  }

  async function saveChanges(): Promise<void> {
    let changed: number | undefined;
    let last: { readonly record: T; readonly keeping: Keeping<T> } | undefined;
    try {
      for (let one = left[0]; one; one = left[0]) {
        await heard(one.keeping.write(one.record, leaving));
        one.keeping.forget();
        left.shift();
      }
      if (firstChange !== undefined) {
        changed = firstChange;
        firstChange = undefined;
        last = { record: capture(), keeping: current };
        writing = true;
        await heard(last.keeping.write(last.record, leaving));
        // What has changed meanwhile may have been noted.
        if (firstChange === undefined || last.keeping !== current) last.keeping.forget();
      }
      failures = 0;
      if (!isWell && last) onTrouble(undefined);
      isWell ||= last !== undefined;
    } catch (error) {
      // Another document has come in its place meanwhile, and writes into none of its arrays.
      if (last && last.keeping !== current) left.push(last);
      else firstChange ??= changed;
      if (failures === 0) onTrouble(isQuota(error) ? 'full' : 'unavailable');
      failures++;
      isWell = false;
      clearTimeout(timer);
      const wait = Math.min(LAST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (failures - 1));
      if (!stopped) timer = setTimeout(() => void flush(), wait);
    } finally {
      writing = false;
    }
  }

  const unsubscribe = painted.subscribe(touch);
  return {
    touch,
    flush,
    divert(next, { keep }) {
      const before = current;
      current = next;
      if (firstChange === undefined || !keep) return;
      left.push({ record: structuredClone(capture()), keeping: before });
      void flush();
    },
    leave() {
      for (const one of left) one.keeping.note(one.record);
      if (firstChange !== undefined || writing) current.note(capture());
      leaving = true;
      // A page that was only hidden goes on.
      void flush().then(() => (leaving = false));
    },
    stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
    },
  };
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
