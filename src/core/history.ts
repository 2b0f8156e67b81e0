import type { EntryKind, HistoryState } from './historyState.ts';

/** One step that can be taken back and made again. */
export interface HistoryEntry {
  /** What was done, as a key of the page's strings. */
  readonly label: string;
  /** About how much memory the entry holds; asked again after each undo and redo. */
  readonly bytes: number;
  undo(): void;
  redo(): void;
}

/** What is noted of a result, counted in the history's bytes. */
export interface Sized {
  readonly bytes: number;
}

/** A state that one can go to: an entry of the tree, or the beginning, which has no label. */
export interface HistoryNode<Result extends Sized = Sized> {
  readonly id: number;
  /** Undefined: the beginning. */
  readonly parent: number | undefined;
  readonly label: string | undefined;
  /** The beginning has a picture of its own: it is a result, too. */
  readonly kind: EntryKind;
  readonly result: Result | undefined;
  /** In the order in which they were made. */
  readonly children: readonly number[];
  /** Of its entry. */
  readonly bytes: number;
  /** When it was the current one last: a number that rises with every visit. */
  readonly visited: number;
}

/** A node of a history that is kept, or that one begins with. */
export interface FirstNode<Result, Entry> {
  /** Its place in the list, before its own; undefined for the beginning, which has no entry. */
  readonly parent: number | undefined;
  readonly entry: Entry | undefined;
  readonly kind: EntryKind;
  readonly result: Result | undefined;
  readonly visited: number;
}

/** Tens of thousands of strokes, or hundreds of pictures: a patch is some hundred bytes to some kilobytes. */
export const HISTORY_BUDGET = 64 * 1024 * 1024;

interface Node<Result, Entry> {
  readonly id: number;
  parent: Node<Result, Entry> | undefined;
  entry: Entry | undefined;
  kind: EntryKind;
  children: Node<Result, Entry>[];
  /** The child that was visited last: where redo goes. */
  next: Node<Result, Entry> | undefined;
  /** When it was the current one last. */
  visited: number;
  bytes: number;
  result: Result | undefined;
}

/**
 * A tree of entries. Undo goes to the parent, redo to the child that was visited last; what is new opens a branch and
 * nothing is discarded for it. Within a budget of bytes: the leaf off the line from the beginning to the current state
 * that was left longest ago goes first, then the oldest of that line, whose state is the beginning from then on. The
 * current entry and the one that redo would make stay, however large.
 */
export class History<Result extends Sized = Sized, Entry extends HistoryEntry = HistoryEntry> {
  private readonly listeners = new Set<() => void>();
  private readonly nodesById = new Map<number, Node<Result, Entry>>();
  private bytes = 0;
  private clock = 0;
  private lastId = -1;
  private made = 0;
  private root = this.add(undefined, undefined, 'result');
  private node = this.root;
  private current = this.describe();

  constructor(private readonly budget = HISTORY_BUDGET) {}

  get state(): HistoryState {
    return this.current;
  }

  /** Adds what was just done: a child of the current node, and the current one from now on. */
  push(entry: Entry, kind: EntryKind = 'gesture'): void {
    this.node = this.add(this.node, entry, kind);
    this.made++;
    this.changed();
  }

  /** @returns the entry that was taken back */
  undo(): Entry | undefined {
    const { parent, entry } = this.node;
    if (!parent) return undefined;
    this.travel(parent);
    return entry;
  }

  /** @returns the entry that was made again */
  redo(): Entry | undefined {
    const { next } = this.node;
    if (!next) return undefined;
    this.travel(next);
    return next.entry;
  }

  /** Takes back and makes again what lies between. @returns whether the node is still there */
  goTo(id: number): boolean {
    const target = this.nodesById.get(id);
    if (!target) return false;
    if (target !== this.node) this.travel(target);
    return true;
  }

  /** The node that put a node's picture in place; undefined where the node is gone. */
  pictureOf(id: number): { readonly id: number; readonly result: Result | undefined } | undefined {
    let node = this.nodesById.get(id);
    while (node?.parent && node.kind === 'gesture') node = node.parent;
    return node && { id: node.id, result: node.result };
  }

  /** Notes what the picture of a node is like, in place of what was noted before. */
  note(id: number, result: Result): void {
    const node = this.nodesById.get(id);
    if (!node || node.result === result) return;
    this.bytes += result.bytes - (node.result?.bytes ?? 0);
    node.result = result;
    this.changed();
  }

  /** All nodes, parents before their children, from the beginning. */
  nodes(): HistoryNode<Result>[] {
    const all = [...this.nodesById.values()].toSorted((a, b) => a.id - b.id);
    return all.map(({ parent, entry, children, id, kind, result, bytes, visited }) => ({
      id,
      parent: parent?.id,
      label: entry?.label,
      kind,
      result,
      children: children.map((child) => child.id),
      bytes,
      visited,
    }));
  }

  entryOf(id: number): Entry | undefined {
    return this.nodesById.get(id)?.entry;
  }

  /**
   * Begins anew with nodes that were kept, the beginning first, parents before their children.
   * @param current the place in the list of the one whose state is there now
   */
  restore(nodes: readonly FirstNode<Result, Entry>[], current: number): void {
    this.nodesById.clear();
    this.bytes = 0;
    const made = nodes.map(({ entry, kind, result, visited }) => {
      const node = Object.assign(this.add(undefined, entry, kind), { result, visited });
      this.bytes += result?.bytes ?? 0;
      return node;
    });
    for (const [index, node] of made.entries()) {
      node.parent = made[nodes[index]?.parent ?? -1];
      node.parent?.children.push(node);
    }
    for (const node of made) node.next = lastVisited(node.children);
    this.clock = Math.max(this.clock, ...made.map(({ visited }) => visited));
    this.root = made[0]!;
    this.node = made[current]!;
    this.changed();
  }

  clear(): void {
    this.nodesById.clear();
    this.bytes = 0;
    this.root = this.add(undefined, undefined, 'result');
    this.node = this.root;
    this.changed();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private add(parent: Node<Result, Entry> | undefined, entry: Entry | undefined, kind: EntryKind): Node<Result, Entry> {
    const bytes = entry?.bytes ?? 0;
    const id = ++this.lastId;
    const visited = ++this.clock;
    const node = { id, parent, entry, kind, children: [], next: undefined, visited, bytes, result: undefined };
    this.nodesById.set(id, node);
    this.bytes += bytes;
    if (parent) {
      parent.children.push(node);
      parent.next = node;
    }
    return node;
  }

  private travel(target: Node<Result, Entry>): void {
    const down = lineTo(target);
    const here = new Set(down);
    while (!here.has(this.node)) this.apply('undo', this.node);
    for (const node of down.slice(down.indexOf(this.node) + 1)) this.apply('redo', node);
    target.visited = ++this.clock;
    this.changed();
  }

  private apply(way: 'undo' | 'redo', node: Node<Result, Entry>): void {
    const { entry, parent } = node;
    if (!entry || !parent) return;
    entry[way]();
    this.bytes += entry.bytes - node.bytes;
    node.bytes = entry.bytes;
    parent.next = node;
    this.node = way === 'undo' ? parent : node;
  }

  private evict(): void {
    while (this.bytes > this.budget) {
      const line = new Set(lineTo(this.node));
      const leaf = this.oldestLeaf(line);
      if (leaf) this.remove(leaf);
      else if (!this.shorten()) return;
    }
  }

  private oldestLeaf(line: ReadonlySet<Node<Result, Entry>>): Node<Result, Entry> | undefined {
    let oldest: Node<Result, Entry> | undefined;
    for (const node of this.nodesById.values()) {
      if (node.children.length > 0 || line.has(node) || node === this.node.next) continue;
      if (!oldest || node.visited < oldest.visited) oldest = node;
    }
    return oldest;
  }

  private remove(leaf: Node<Result, Entry>): void {
    const { parent } = leaf;
    if (!parent) return;
    parent.children = parent.children.filter((child) => child !== leaf);
    if (parent.next === leaf) parent.next = lastVisited(parent.children);
    this.nodesById.delete(leaf.id);
    this.bytes -= leaf.bytes + (leaf.result?.bytes ?? 0);
  }

  /** The state after the oldest entry of the line becomes the beginning. @returns whether there was one to spare */
  private shorten(): boolean {
    const { root } = this;
    const [first] = root.children;
    if (!first || first === this.node || first.parent === this.node) return false;
    // Before a gesture the picture was the same.
    if (first.kind === 'gesture') first.result = root.result;
    else this.bytes -= root.result?.bytes ?? 0;
    this.bytes -= first.bytes;
    this.nodesById.delete(root.id);
    first.parent = undefined;
    first.entry = undefined;
    first.kind = 'result';
    first.bytes = 0;
    this.root = first;
    return true;
  }

  private changed(): void {
    this.evict();
    this.current = this.describe();
    for (const listener of this.listeners) listener();
  }

  private describe(): HistoryState {
    const { entry, next, id, kind } = this.node;
    return {
      canUndo: entry !== undefined,
      canRedo: next !== undefined,
      undoLabel: entry?.label,
      redoLabel: next?.entry?.label,
      undoKind: entry && kind,
      redoKind: next?.kind,
      redoTarget: next?.id,
      bytes: this.bytes,
      current: id,
      made: this.made,
    };
  }
}

/** From the beginning to the node. */
function lineTo<Result, Entry>(node: Node<Result, Entry>): Node<Result, Entry>[] {
  const line = [node];
  for (let above = node.parent; above; above = above.parent) line.push(above);
  return line.toReversed();
}

function lastVisited<Result, Entry>(nodes: readonly Node<Result, Entry>[]): Node<Result, Entry> | undefined {
  return nodes.reduce<Node<Result, Entry> | undefined>(
    (last, node) => (last && last.visited > node.visited ? last : node),
    undefined,
  );
}
