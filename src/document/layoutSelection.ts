import { ANY } from '../core/classes.ts';
import type { Gesture } from '../core/gesture.ts';
import { flipBlock, readBlock, writeBlock } from '../core/idBlock.ts';
import type { Layout } from '../core/layout.ts';
import { paintRectangle } from '../core/shapes.ts';
import { intersectRect, isEmptyRect, unionRect, wholeRect, type Rect } from '../core/rect.ts';
import type { DocumentHistory } from './documentHistory.ts';
import type { PaintDocument } from './paintDocument.ts';

/**
 * A rectangle of the layout that is chosen, and what is done with it. Once moved or pasted it floats: moved again, it
 * leaves what was under it as it was. Whatever else writes into the layout sets it down.
 */
export interface LayoutSelection {
  /** Undefined: nothing is chosen. A floating one may hang over the layout's edges. */
  readonly rect: Rect | undefined;
  subscribe(listener: () => void): () => void;
  /** Chooses another rectangle, cut at the layout's edges; nothing, if that is empty. */
  choose(rect: Rect | undefined): void;
  /** Begins to move it: call `to` with how far, then `commit` or `rollback`. Undefined where nothing is chosen. */
  move(): SelectionMove | undefined;
  /** Undefined where nothing is chosen. */
  copy(): Layout | undefined;
  /** Paints all of it with "any". */
  clear(label: 'cut' | 'erase'): void;
  /** Puts a block where the selection is, or into the middle, floating. */
  paste(block: Layout): void;
  /** Turns over what is chosen; the whole layout where nothing is. */
  flip(way: 'across' | 'over'): void;
}

export interface SelectionMove {
  to(dx: number, dy: number): void;
  commit(): void;
  rollback(): void;
}

interface Floating {
  readonly block: Layout;
  /** The layout without it. */
  readonly ground: Layout;
}

export function createLayoutSelection(document: PaintDocument, history: DocumentHistory): LayoutSelection {
  const listeners = new Set<() => void>();
  let rect: Rect | undefined;
  let floating: Floating | undefined;
  let writing = false;

  document.subscribe((part) => {
    if (part === 'all') set(undefined);
    else if (part === 'layout' && !writing) settle();
  });

  const bounds = () => wholeRect(document.layout);

  function set(next: Rect | undefined): void {
    rect = next;
    for (const listener of listeners) listener();
  }

  /** What floated is part of the layout now: nothing of it hangs over the edges any more. */
  function settle(): void {
    floating = undefined;
    const cut = cutAtEdges(rect);
    if (cut?.width !== rect?.width || cut?.height !== rect?.height) set(cut);
  }

  function cutAtEdges(whole: Rect | undefined): Rect | undefined {
    const cut = whole && intersectRect(whole, bounds());
    return cut && !isEmptyRect(cut) ? cut : undefined;
  }

  function write(task: () => Rect): void {
    writing = true;
    try {
      document.layoutChanged(task());
    } finally {
      writing = false;
    }
  }

  function lifted(from: Rect): Floating {
    if (floating) return floating;
    const block = readBlock(document.layout, from);
    const ground = { ...document.layout, ids: document.layout.ids.slice() };
    paintRectangle(ground, from, ANY);
    return { block, ground };
  }

  /** Takes the block up from one place and sets it down at another. */
  function put({ block, ground }: Floating, from: Rect, to: Rect, gesture: Gesture): void {
    const { layout } = document;
    write(() => {
      const old = intersectRect(from, bounds());
      gesture.touch(old);
      if (!isEmptyRect(old)) writeBlock(layout, readBlock(ground, old), old.x, old.y);
      gesture.touch(intersectRect(to, bounds()));
      return unionRect(old, writeBlock(layout, block, to.x, to.y));
    });
  }

  function putDown(next: Floating, from: Rect, to: Rect, label: string): void {
    const gesture = history.begin();
    put(next, from, to, gesture);
    gesture.commit(label);
    floating = next;
    set(to);
  }

  return {
    get rect() {
      return rect;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(next) {
      floating = undefined;
      set(cutAtEdges(next));
    },
    move() {
      if (!rect) return undefined;
      const start = rect;
      const lift = lifted(start);
      const gesture = history.begin();
      let at = start;
      return {
        to(dx, dy) {
          if (!gesture.open) return;
          const next = { ...start, x: start.x + dx, y: start.y + dy };
          put(lift, at, next, gesture);
          at = next;
          set(next);
        },
        commit() {
          // Undone while it was moved: it lies where it lay before.
          if (!gesture.open) {
            floating = undefined;
            set(cutAtEdges(start));
            return;
          }
          gesture.commit('move');
          floating = lift;
        },
        rollback() {
          write(() => gesture.rollback());
          set(start);
        },
      };
    },
    copy: () => rect && (floating?.block ?? readBlock(document.layout, rect)),
    clear(label) {
      if (!rect) return;
      const gesture = history.begin();
      const changed = paintRectangle(document.layout, rect, ANY, gesture);
      gesture.commit(label);
      floating = undefined;
      document.layoutChanged(changed);
    },
    paste(block) {
      const { width, height } = document.layout;
      const x = rect?.x ?? Math.round((width - block.width) / 2);
      const y = rect?.y ?? Math.round((height - block.height) / 2);
      const ground = { ...document.layout, ids: document.layout.ids.slice() };
      const to = { x, y, width: block.width, height: block.height };
      putDown({ block, ground }, { ...to, width: 0, height: 0 }, to, 'paste');
    },
    flip(way) {
      const from = rect ?? bounds();
      const { block, ground } = lifted(from);
      const next = { block: flipBlock(block, way), ground };
      if (rect) {
        putDown(next, from, from, 'flip');
        return;
      }
      const gesture = history.begin();
      put(next, from, from, gesture);
      gesture.commit('flip');
    },
  };
}

/** Whether a place is on a selection. */
export function isOn(rect: Rect | undefined, x: number, y: number): boolean {
  return rect !== undefined && x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}
