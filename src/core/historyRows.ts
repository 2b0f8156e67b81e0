import type { HistoryNode, Sized } from './history.ts';

/** A line of the history as it is shown: a result, or the gestures between two results. */
export interface HistoryRow<Result extends Sized = Sized> {
  /** Where it goes: the last of its nodes. */
  readonly id: number;
  /** More than one are gestures that were folded. */
  readonly nodes: readonly HistoryNode<Result>[];
  /** 1 is the line that was worked on last; a branch lies one below the node that it leaves. */
  readonly level: number;
  /** From 1, among the rows that lie on the same line or leave the same node, and how many these are. */
  readonly position: number;
  readonly setSize: number;
  /** Whether it is the first of a branch, and whether branches leave it. */
  readonly startsBranch: boolean;
  readonly hasBranches: boolean;
  readonly isCurrent: boolean;
  /** Whether it led to the current state. */
  readonly isPast: boolean;
}

interface Draft<Result extends Sized> {
  readonly nodes: HistoryNode<Result>[];
  readonly level: number;
  readonly startsBranch: boolean;
  readonly siblings: Draft<Result>[];
}

/**
 * The tree as rows, the beginning first. At a fork the child that was made last goes on with the line, and the others
 * are branches, below the node that they leave: walking about changes nothing of the order, only what is new does.
 * Gestures that follow each other are one row, up to the current one or a fork.
 */
export function historyRows<Result extends Sized>(
  nodes: readonly HistoryNode<Result>[],
  current: number,
): HistoryRow<Result>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const past = new Set<number>();
  for (let node = byId.get(current); node; node = byId.get(node.parent ?? -1)) past.add(node.id);
  const drafts: Draft<Result>[] = [];

  function follow(first: HistoryNode<Result>, level: number, siblings: Draft<Result>[]): void {
    let open: Draft<Result> | undefined;
    for (let node: HistoryNode<Result> | undefined = first; node;) {
      if (open && node.kind === 'gesture') {
        open.nodes.push(node);
      } else {
        open = { nodes: [node], level, startsBranch: level > 1 && node === first, siblings };
        siblings.push(open);
        drafts.push(open);
      }
      const isFork = node.children.length > 1;
      const isFolding = node.kind === 'gesture' && !isFork && node.id !== current;
      if (!isFolding) open = undefined;
      const below: Draft<Result>[] = [];
      for (const child of node.children.slice(0, -1)) follow(byId.get(child)!, level + 1, below);
      node = byId.get(node.children.at(-1) ?? -1);
    }
  }

  const [beginning] = nodes;
  if (beginning) follow(beginning, 1, []);
  return drafts.map((draft) => {
    const last = draft.nodes.at(-1)!;
    return {
      id: last.id,
      nodes: draft.nodes,
      level: draft.level,
      position: draft.siblings.indexOf(draft) + 1,
      setSize: draft.siblings.length,
      startsBranch: draft.startsBranch,
      hasBranches: last.children.length > 1,
      isCurrent: last.id === current,
      isPast: past.has(last.id),
    };
  });
}
