import type { HistoryNode } from './history.ts';

/** What says which part of a history is kept. */
export type KeptNode = Pick<HistoryNode, 'id' | 'parent' | 'bytes' | 'result' | 'visited'>;

export interface SnapshotBudget {
  readonly bytes: number;
  readonly entries: number;
}

/** How much of the budget the way to the state of now may take: the rest is for what redo and the branches lead to. */
const LINE_SHARE = 0.75;

/**
 * The recent part of a tree: the way that led to the current node, as far back as there is room, then what was visited
 * last. The first node is the beginning of what is kept: its entry is not.
 * @returns ids, parents before their children
 */
export function recentNodes(nodes: readonly KeptNode[], current: number, budget: SnapshotBudget): readonly number[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kept = new Set<number>([current]);
  let bytes = byId.get(current)?.result?.bytes ?? 0;
  const fits = (cost: number, entries: number, share: number) =>
    bytes + cost <= share * budget.bytes && kept.size - 1 + entries <= share * budget.entries;

  for (let node = byId.get(current); node?.parent !== undefined;) {
    const parent = byId.get(node.parent);
    if (!parent) break;
    const cost = node.bytes + (parent.result?.bytes ?? 0);
    if (!fits(cost, 1, LINE_SHARE)) break;
    kept.add(parent.id);
    bytes += cost;
    node = parent;
  }

  for (const node of nodes.toSorted((a, b) => b.visited - a.visited)) {
    const chain: KeptNode[] = [];
    let above: KeptNode | undefined = node;
    while (above && !kept.has(above.id)) {
      chain.push(above);
      above = above.parent === undefined ? undefined : byId.get(above.parent);
    }
    const cost = chain.reduce((sum, one) => sum + one.bytes + (one.result?.bytes ?? 0), 0);
    // What hangs on something older than the beginning has no state to lead from.
    if (!above || chain.length === 0 || !fits(cost, chain.length, 1)) continue;
    for (const { id } of chain) kept.add(id);
    bytes += cost;
  }
  return [...kept].toSorted((a, b) => a - b);
}
