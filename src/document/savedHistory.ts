import type { FirstNode, Sized } from '../core/history.ts';
import type { Lattice } from '../core/lattice.ts';
import {
  readEntry,
  type DocumentEntry,
  type EntryTarget,
  type PackedDocument,
  type SavedEntry,
} from './documentEntries.ts';

/** One state of a history that is kept. */
export type SavedNode<Result> = FirstNode<Result, SavedEntry>;

/** The recent part of a document's history as plain data. */
export interface SavedHistory<Result> {
  /** The beginning first, parents before their children. */
  readonly nodes: readonly SavedNode<Result>[];
  /** The place in the list of the state that the document was left in. */
  readonly current: number;
}

/**
 * The same with one more step: another document in place of the one that it was left in.
 * @param label what was done, a key of the page's strings
 * @param before the document that the history belongs to
 */
export function withReplacement<Result>(
  { nodes, current }: SavedHistory<Result>,
  label: string,
  before: PackedDocument,
  after: PackedDocument,
): SavedHistory<Result> {
  const visited = 1 + nodes.reduce((latest, node) => Math.max(latest, node.visited), 0);
  const entry = { type: 'replacement', label, before, after } as const;
  return {
    nodes: [...nodes, { parent: current, kind: 'result', visited, entry, result: undefined }],
    current: nodes.length,
  };
}

/** @returns undefined where the nodes are no tree, or one of them does not fit the document that is there now */
export function readNodes<Result extends Sized>(
  target: EntryTarget,
  nodes: readonly SavedNode<Result>[],
  current: number,
): FirstNode<Result, DocumentEntry>[] | undefined {
  const lattices = latticesOf(nodes, current, target.document.lattice);
  if (!lattices) return undefined;
  const first: FirstNode<Result, DocumentEntry>[] = [];
  for (const [index, { parent, kind, result, visited, entry: saved }] of nodes.entries()) {
    const before = parent === undefined ? undefined : lattices[parent];
    const entry = before && saved && readEntry(target, saved, before, lattices[index]!);
    if (index > 0 && !entry) return undefined;
    first.push({ parent, kind, result, visited, entry });
  }
  return first;
}

/** The lattice of each state, from what is there now: only a replacement changes it. */
function latticesOf<Result>(
  nodes: readonly SavedNode<Result>[],
  current: number,
  now: Lattice,
): readonly Lattice[] | undefined {
  if (!nodes[current] || !nodes.every(({ parent }, index) => (index === 0) === (parent === undefined)))
    return undefined;
  if (nodes.some(({ parent }, index) => parent !== undefined && !(parent >= 0 && parent < index))) return undefined;
  const lattices: (Lattice | undefined)[] = nodes.map(() => undefined);
  lattices[current] = now;
  for (let at = current; at > 0;) {
    const { parent, entry }: SavedNode<Result> = nodes[at]!;
    lattices[parent!] = entry?.type === 'replacement' ? entry.before.lattice : lattices[at];
    at = parent!;
  }
  for (const [index, { parent, entry }] of nodes.entries()) {
    if (parent === undefined) continue;
    lattices[index] ??= entry?.type === 'replacement' ? entry.after.lattice : lattices[parent];
  }
  return lattices.every((lattice) => lattice !== undefined) ? lattices : undefined;
}
