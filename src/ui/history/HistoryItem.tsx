import type { CSSProperties, ReactElement } from 'react';
import type { HistoryRow } from '../../core/historyRows.ts';
import type { PictureResult } from '../../state/picture/pictureResult.ts';
import { words } from '../i18n/words.ts';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import styles from './HistoryTree.module.css';

/** Deeper branches are drawn no further in: the words need the room. */
const DEEPEST = 6;

interface HistoryItemProps {
  readonly row: HistoryRow<PictureResult>;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onGo: () => void;
}

/** A line of the tree: a result with its thumbnail, or gestures in a few words. */
export function HistoryItem({ row, tabIndex, onFocus, onGo }: HistoryItemProps): ReactElement {
  const { id, level, position, setSize, isCurrent, isPast, startsBranch } = row;
  const node = row.nodes.at(-1);
  const result = node?.kind === 'result' ? node.result : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it hears the keys.
    <li
      role="treeitem"
      data-entry={id}
      tabIndex={tabIndex}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-selected={isCurrent}
      className={styles.item}
      data-past={isPast}
      data-branch={startsBranch}
      data-end={position === setSize}
      data-result={node?.kind === 'result'}
      style={{ '--level': Math.min(level, DEEPEST) } as CSSProperties}
      onFocus={onFocus}
      onClick={onGo}
    >
      <span className={`${styles.rail} own-colors`} aria-hidden />
      {result && (
        <span className={styles.frame} aria-hidden>
          <ThumbnailCanvas className={styles.thumbnail} thumbnail={result.thumbnail} />
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.what}>
          <span>{nameOf(row)}</span>
          {isCurrent && <span className={styles.now}>{words.history.now}</span>}
        </span>
        {result && <span className={styles.details}>{detailsOf(result)}</span>}
      </span>
    </li>
  );
}

function nameOf({ nodes }: HistoryRow): string {
  const [first] = nodes;
  const label = first?.label;
  if (label === undefined) return words.history.beginning;
  if (nodes.length > 1) {
    return words.history.gestures(nodes.length, nodes.every((node) => node.label === 'stroke') ? 'strokes' : 'changes');
  }
  const name = words.changes[label] ?? label;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function detailsOf({ origin, coverage, time }: PictureResult): string {
  const { seed, noPicture, unfinished, time: timeOf } = words.history;
  const parts = [coverage === 'none' ? noPicture : undefined, origin && seed(origin.settings.seed)];
  if (origin?.finished === false) parts.push(unfinished);
  return [...parts.filter((part) => part !== undefined), timeOf(time)].join(' · ');
}
