import type { HistoryRow } from '../../core/historyRows.ts';

type Row = Pick<HistoryRow, 'id' | 'level' | 'hasBranches'>;

/**
 * Which row a key leads to, as in any tree: up and down by rows, right into a branch, left to where it leaves, Home and
 * End. Undefined for other keys, and where there is none.
 */
export function rowAfterKey(rows: readonly Row[], from: number, key: string): number | undefined {
  const at = rows.findIndex(({ id }) => id === from);
  const row = rows[at];
  if (!row) return undefined;
  if (key === 'ArrowUp') return rows[at - 1]?.id;
  if (key === 'ArrowDown') return rows[at + 1]?.id;
  if (key === 'Home') return rows[0]?.id;
  if (key === 'End') return rows.at(-1)?.id;
  if (key === 'ArrowRight') return row.hasBranches ? rows[at + 1]?.id : undefined;
  if (key === 'ArrowLeft') return rows.slice(0, at).findLast(({ level }) => level < row.level)?.id;
  return undefined;
}
