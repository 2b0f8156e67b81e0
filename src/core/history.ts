/** One step that can be taken back and made again. */
export interface HistoryEntry {
  /** What was done, as a key of the page's strings. */
  readonly label: string;
  /** About how much memory the entry holds. */
  readonly bytes: number;
  undo(): void;
  redo(): void;
}

/** What the page shows of the history; a new object with every change. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  readonly bytes: number;
}

/** Tens of thousands of strokes: a patch is some hundred bytes to some kilobytes. */
export const HISTORY_BUDGET = 64 * 1024 * 1024;

/**
 * Undo without end, within a budget of bytes: the oldest entries go first, and the latest one always stays, however
 * large. A new entry forgets what could have been redone.
 */
export class History {
  private readonly past: HistoryEntry[] = [];
  private readonly future: HistoryEntry[] = [];
  private readonly listeners = new Set<() => void>();
  private bytes = 0;
  private current = this.describe();

  constructor(private readonly budget = HISTORY_BUDGET) {}

  get state(): HistoryState {
    return this.current;
  }

  push(entry: HistoryEntry): void {
    this.bytes += entry.bytes - sumBytes(this.future);
    this.future.length = 0;
    this.past.push(entry);
    let evicted = 0;
    while (this.bytes > this.budget && evicted < this.past.length - 1) this.bytes -= this.past[evicted++]!.bytes;
    this.past.splice(0, evicted);
    this.changed();
  }

  /** @returns the entry that was taken back */
  undo(): HistoryEntry | undefined {
    const entry = this.past.pop();
    if (!entry) return undefined;
    entry.undo();
    this.future.push(entry);
    this.changed();
    return entry;
  }

  /** @returns the entry that was made again */
  redo(): HistoryEntry | undefined {
    const entry = this.future.pop();
    if (!entry) return undefined;
    entry.redo();
    this.past.push(entry);
    this.changed();
    return entry;
  }

  clear(): void {
    this.past.length = 0;
    this.future.length = 0;
    this.bytes = 0;
    this.changed();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    this.current = this.describe();
    for (const listener of this.listeners) listener();
  }

  private describe(): HistoryState {
    return {
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
      undoLabel: this.past.at(-1)?.label,
      redoLabel: this.future.at(-1)?.label,
      bytes: this.bytes,
    };
  }
}

function sumBytes(entries: readonly HistoryEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}
