import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { historyRows, type HistoryRow } from '../../core/historyRows.ts';
import { goToEntry } from '../../state/work/documentActions.ts';
import { words } from '../i18n/words.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import { HistoryItem } from './HistoryItem.tsx';

/** All that one can go back to: arrow keys walk about, Enter or a click goes there. */
export default function HistoryTree(): ReactElement {
  const studio = useStudio();
  const { current } = usePage((state) => state.history);
  const rows = historyRows(studio.history.nodes(), current);
  const tree = useRef<HTMLUListElement>(null);
  const [chosen, choose] = useState(current);
  const focused = rows.some(({ id }) => id === chosen) ? chosen : current;

  // What is now is in sight and has the focus: at first, and when undo and redo walk while the panel is open.
  useLayoutEffect(() => focusEntry(tree.current, current), [current]);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') goToEntry(studio, focused);
    else {
      const next = rowAfterKey(rows, focused, event.key);
      if (next === undefined) return;
      choose(next);
      focusEntry(tree.current, next);
    }
    event.preventDefault();
  }

  return (
    <ul ref={tree} role="tree" aria-label={words.history.heading} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <HistoryItem
          key={row.id}
          row={row}
          tabIndex={row.id === focused ? 0 : -1}
          onFocus={() => choose(row.id)}
          onGo={() => goToEntry(studio, row.id)}
        />
      ))}
    </ul>
  );
}

/** Scrolls the panel alone: `scrollIntoView` would move the page beneath it, too. */
function focusEntry(tree: HTMLElement | null, entry: number): void {
  const item = tree?.querySelector<HTMLElement>(`[data-entry="${entry}"]`);
  item?.focus({ preventScroll: true });
  const panel = item?.closest<HTMLElement>('[popover]');
  if (!item || !panel) return;
  const { top, bottom } = item.getBoundingClientRect();
  const frame = panel.getBoundingClientRect();
  if (top < frame.top) panel.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) panel.scrollTop += bottom - frame.bottom;
}

/**
 * Which row a key leads to, as in any tree: up and down by rows, right into a branch, left to where it leaves, Home and
 * End. Undefined for other keys, and where there is none.
 */
function rowAfterKey(rows: readonly HistoryRow[], from: number, key: string): number | undefined {
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
