import { fillLayout } from '../core/fill.ts';
import { Gesture } from '../core/gesture.ts';
import { History, type HistoryEntry, type HistoryNode, type HistoryState, type Sized } from '../core/history.ts';
import type { Lattice } from '../core/lattice.ts';
import { applyPatch } from '../core/patch.ts';
import { EMPTY_RECT, type Rect } from '../core/rect.ts';
import { packBytes, unpackBytes, type PackedBytes } from '../core/runLength.ts';
import type { OwnPixels } from '../core/photo/ownPixels.ts';
import type { DocumentContent, PaintDocument } from './paintDocument.ts';

type Replacement = DocumentContent;

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
  /** Notes what a node's picture is like, for whoever shows the tree. */
  note(id: number, result: Result): void;
  /** Paints the whole layout with one class, as one entry. */
  fill(id: number, label: string): void;
  /** Puts another layout of the same lattice in place, as one entry; tokens and picture stay. */
  putLayout(ids: Uint8Array, label: string): void;
  /** `document.reset` that can be taken back. */
  replace(next: Replacement, label: string): void;
  /**
   * Adds a result: an entry that changes the picture and must not write into the layout. A job may end, and add its
   * tokens, in the middle of a stroke, and the stroke goes on.
   */
  push(entry: HistoryEntry): void;
  clear(): void;
}

export function createDocumentHistory<Result extends Sized = Sized>(
  document: PaintDocument,
  budget?: number,
): DocumentHistory<Result> {
  const history = new History<Result>(budget);
  let gesture: Gesture | undefined;
  /** What the entry being undone or redone has changed. */
  let touched: Rect = EMPTY_RECT;
  let replacing = false;

  // Patches do not fit a document that was replaced past the history: it starts anew.
  document.subscribe((part) => {
    if (part === 'all' && !replacing) clear();
  });

  function reset(next: Replacement): void {
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
      if (!patch) return;
      const apply = (side: 'before' | 'after') => {
        touched = applyPatch(document.layout, patch, side);
        document.layoutChanged(touched);
      };
      history.push({ label, bytes: patch.bytes, undo: () => apply('before'), redo: () => apply('after') });
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

  function putLayout(ids: Uint8Array, label: string): void {
    const { layout } = document;
    if (ids.length !== layout.ids.length) throw new RangeError(`A layout of ${ids.length} pixels does not fit.`);
    const putting = begin();
    const rect = { x: 0, y: 0, width: layout.width, height: layout.height };
    putting.touch(rect);
    layout.ids.set(ids);
    const patch = putting.commit(label);
    if (patch) document.layoutChanged(patch.rect);
  }

  function replace(next: Replacement, label: string): void {
    cancel();
    let before = pack(document);
    reset(next);
    let after = pack(document);
    const put = (state: PackedDocument) => {
      reset(unpack(state));
      touched = { x: 0, y: 0, width: document.layout.width, height: document.layout.height };
    };
    const entry: HistoryEntry = {
      label,
      get bytes() {
        return before.bytes + after.bytes;
      },
      // A job may have gone on in what is left, without an entry of its own: each side is kept as it was left.
      undo() {
        after = pack(document);
        put(before);
      },
      redo() {
        before = pack(document);
        put(after);
      },
    };
    history.push(entry, 'result');
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
    note: (id, result) => history.note(id, result),
    fill,
    putLayout,
    replace,
    push: (entry) => history.push(entry, 'result'),
    clear,
  };
}

interface PackedDocument {
  readonly lattice: Lattice;
  readonly layout: PackedBytes;
  readonly tokens: PackedBytes;
  /** As it is: it is never written to, and both sides may share it. */
  readonly own: OwnPixels | undefined;
  readonly bytes: number;
}

function pack({ lattice, layout, tokens, own }: PaintDocument): PackedDocument {
  const packedLayout = packBytes(layout.ids);
  const packedTokens = packBytes(new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength));
  const bytes = packedLayout.data.length + packedTokens.data.length + (own ? own.kept.length + own.pixels.length : 0);
  return { lattice, layout: packedLayout, tokens: packedTokens, own, bytes };
}

function unpack({ lattice, layout, tokens, own }: PackedDocument): Replacement {
  return { lattice, layout: unpackBytes(layout), tokens: new Int16Array(unpackBytes(tokens).buffer), own };
}
