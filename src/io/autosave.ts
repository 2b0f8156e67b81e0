import type { PaintDocument } from '../document/paintDocument.ts';
import { workOf, type SavedWork } from './savedWork.ts';

/** Saved when nothing has changed for this long … */
export const IDLE_MILLISECONDS = 1000;
/** … but at the latest this long after the first change. */
export const LATEST_MILLISECONDS = 5000;

/** Why the work is not being saved: no room, or no storage at all. */
export type AutosaveTrouble = 'full' | 'unavailable';

export interface AutosaveOptions {
  readonly painted: PaintDocument;
  /** What the page's state keeps with the work. */
  readonly page: () => unknown;
  readonly write: (work: SavedWork) => Promise<void>;
  /** Called for the first of a row of failures alone; nothing is ever thrown. */
  readonly onTrouble: (trouble: AutosaveTrouble) => void;
}

export interface Autosave {
  /** Something of the page's state has changed; changes of the document are seen without it. */
  touch(): void;
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  stop(): void;
}

/** Saves the document a while after it has changed, one write at a time. */
export function startAutosave({ painted, page, write, onTrouble }: AutosaveOptions): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange: number | undefined;
  /** Never rejects: one write follows the other. */
  let queue = Promise.resolve();
  let failing = false;
  let stopped = false;

  function touch(): void {
    if (stopped) return;
    firstChange ??= Date.now();
    clearTimeout(timer);
    const latest = firstChange + LATEST_MILLISECONDS - Date.now();
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(IDLE_MILLISECONDS, latest)));
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    queue = queue.then(saveChanges);
    return queue;
  }

  async function saveChanges(): Promise<void> {
    if (firstChange === undefined) return;
    firstChange = undefined;
    try {
      await write(workOf(painted, page()));
      failing = false;
    } catch (error) {
      if (!failing) onTrouble(isQuota(error) ? 'full' : 'unavailable');
      failing = true;
    }
  }

  const unsubscribe = painted.subscribe(touch);
  return {
    touch,
    flush,
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
