import { fillLayout } from '../core/fill.ts';
import { Gesture } from '../core/gesture.ts';
import { History, type HistoryNode, type Sized } from '../core/history.ts';
import type { HistoryState } from '../core/historyState.ts';
import { EMPTY_RECT, type Rect } from '../core/rect.ts';
import {
  packDocument,
  patchEntry,
  pictureEntry,
  replacementEntry,
  tokensBefore,
  type DocumentEntry,
  type EntryTarget,
  type Sides,
  type Tokens,
} from './documentEntries.ts';
import { recentNodes, type SnapshotBudget } from '../core/historySnapshot.ts';
import { readNodes, type SavedHistory } from './savedHistory.ts';
import type { DocumentContent, PaintDocument } from './paintDocument.ts';

/**
 * The history of one document, a tree: it writes through the document, so that everyone who listens to it hears of undo and
 * redo too. What replaces the document (a new format, a starter, an import) is an entry like a stroke is: it holds the
 * layout and the tokens of both sides, packed; the picture is decoded from the tokens again, so undo never holds one.
 * `document.reset` called by others clears the history.
 */
export interface DocumentHistory<Result extends Sized = Sized> {
  /** For `useSyncExternalStore`, with `subscribe`. The same object until something changes. */
  getState(): HistoryState;
  subscribe(listener: () => void): () => void;
  /** Opens a gesture: touch before writing, then commit or roll back. An unfinished one is taken back first. */
  begin(): Gesture;
  /** Whether a gesture is under way. */
  readonly busy: boolean;
  /** Takes an unfinished gesture back. @returns whether there was one */
  cancel(): boolean;
  /** Takes back the unfinished gesture if there is one, else the last entry. @returns what changed, if anything */
  undo(): Rect | undefined;
  /** Makes the last undone entry again, after taking back an unfinished gesture. */
  redo(): Rect | undefined;
  /**
   * Goes to any node of the tree, after taking back an unfinished gesture. Listeners of the document hear of each entry
   * on the way, those of the history once. @returns whether it is still there
   */
  goTo(id: number): boolean;
  /** All that one can go to, from the beginning. */
  nodes(): readonly HistoryNode<Result>[];
  /** The node that put a node's picture in place: it has what was noted of that picture. Undefined for one that is gone. */
  pictureOf(id: number): { readonly id: number; readonly result: Result | undefined } | undefined;
  /**
   * What was there before the picture of now was put in place; undefined where nothing was, where that is gone, and where the
   * picture had another size.
   */
  tokensBefore(): Tokens | undefined;
  /** Notes what a node's picture is like, for whoever shows the tree. */
  note(id: number, result: Result): void;
  /** Paints the whole layout with one class, as one entry. */
  fill(id: number, label: string): void;
  /** `document.reset` that can be taken back. */
  replace(next: DocumentContent, label: string): void;
  /**
   * Adds a result: other tokens, which are there already, and the same layout. A job may end, and add its tokens, in the
   * middle of a stroke, and the stroke goes on.
   */
  pushPicture(label: string, sides: Sides<Tokens>): void;
  /** The recent part of the tree as plain data, to be kept beyond the page's life. */
  save(room: SnapshotBudget): SavedHistory<Result>;
  /**
   * Begins anew with what was kept of the document that is there now.
   * @returns false, and leaves all as it is, if it does not belong to it or is damaged
   */
  restore(saved: SavedHistory<Result>): boolean;
  clear(): void;
}

export function createDocumentHistory<Result extends Sized = Sized>(
  document: PaintDocument,
  budget?: number,
): DocumentHistory<Result> {
  const history = new History<Result, DocumentEntry>(budget);
  let gesture: Gesture | undefined;
  /** What the entry being undone or redone has changed. */
  let touched: Rect = EMPTY_RECT;
  let replacing = false;
  const target: EntryTarget = { document, reset, touched: (rect) => (touched = rect) };

  // Patches do not fit a document that was replaced past the history: it starts anew.
  document.subscribe((part) => {
    if (part === 'all' && !replacing) clear();
  });

  function reset(next: DocumentContent): void {
    replacing = true;
    try {
      document.reset(next);
    } finally {
      replacing = false;
    }
  }

  function clear(): void {
    cancel();
    history.clear();
  }

  function begin(): Gesture {
    cancel();
    const opened = new Gesture(document.layout, (patch, label) => {
      if (gesture === opened) gesture = undefined;
      if (patch) history.push(patchEntry(target, label, patch));
    });
    gesture = opened;
    return opened;
  }

  function cancel(): boolean {
    if (!gesture) return false;
    document.layoutChanged(gesture.rollback());
    return true;
  }

  function fill(id: number, label: string): void {
    const filling = begin();
    const rect = fillLayout(document.layout, id, filling);
    filling.commit(label);
    document.layoutChanged(rect);
  }

  function replace(next: DocumentContent, label: string): void {
    cancel();
    const before = packDocument(document);
    reset(next);
    history.push(replacementEntry(target, label, { before, after: packDocument(document) }), 'result');
  }

  function save(room: SnapshotBudget): SavedHistory<Result> {
    const nodes = history.nodes();
    const { current } = history.state;
    const ids = recentNodes(nodes, current, room);
    const place = new Map(ids.map((id, index) => [id, index]));
    const kept = nodes.filter(({ id }) => place.has(id));
    return {
      current: place.get(current)!,
      nodes: kept.map(({ id, parent, kind, result, visited }) => {
        const above = parent === undefined ? undefined : place.get(parent);
        if (above !== undefined) return { parent: above, kind, visited, result, entry: history.entryOf(id)?.save() };
        // Before the first one there is nothing: its state is the beginning.
        const first = history.pictureOf(id)?.result;
        return { parent: undefined, kind: 'result', visited, entry: undefined, result: first };
      }),
    };
  }

  function restore({ nodes, current }: SavedHistory<Result>): boolean {
    const first = readNodes(target, nodes, current);
    if (!first) return false;
    cancel();
    history.restore(first, current);
    return true;
  }

  return {
    getState: () => history.state,
    subscribe: (listener) => history.subscribe(listener),
    begin,
    get busy() {
      return gesture !== undefined;
    },
    cancel,
    undo() {
      // A gesture under way is what a person wants to be rid of.
      if (cancel()) return undefined;
      touched = EMPTY_RECT;
      return history.undo() && touched;
    },
    redo() {
      cancel();
      touched = EMPTY_RECT;
      return history.redo() && touched;
    },
    goTo(id) {
      cancel();
      return history.goTo(id);
    },
    nodes: () => history.nodes(),
    pictureOf: (id) => history.pictureOf(id),
    tokensBefore() {
      const shown = history.pictureOf(history.state.current);
      const entry = shown && history.entryOf(shown.id);
      return entry && tokensBefore(entry, document.lattice);
    },
    note: (id, result) => history.note(id, result),
    fill,
    replace,
    pushPicture: (label, sides) => history.push(pictureEntry(target, label, sides), 'result'),
    save,
    restore,
    clear,
  };
}
