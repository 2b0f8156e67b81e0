/** A result puts another picture in place; a gesture leaves the picture alone. */
export type EntryKind = 'gesture' | 'result';

/** What the page shows of the history; a new object with every change. */
export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  /** Whether undo and redo would put another picture in place. */
  readonly undoKind: EntryKind | undefined;
  readonly redoKind: EntryKind | undefined;
  /** The node that redo goes to. */
  readonly redoTarget: number | undefined;
  readonly bytes: number;
  /** The node whose state is the one of now. */
  readonly current: number;
  /** How many entries were ever made: one more says that something new was done. */
  readonly made: number;
}
