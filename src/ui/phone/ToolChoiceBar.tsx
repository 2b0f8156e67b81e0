import { useRef, type ReactElement } from 'react';
import { SHAPES } from '../../core/shapes.ts';
import type { ToolName } from '../../core/tools.ts';
import { usePage } from '../StudioContext.tsx';
import { ToolChoice } from '../ToolOptions.tsx';
import styles from './ToolChoiceBar.module.css';
import { useOutOfTheWay } from './useOutOfTheWay.ts';

/** Tools about which there is something to choose. */
const CHOOSING: ReadonlySet<ToolName> = new Set(['fill', 'select', ...SHAPES]);

/** What some tools ask, over the stage while they are in use: nothing moves for it. */
export function ToolChoiceBar(): ReactElement {
  const bar = useRef<HTMLDivElement>(null);
  const hidden = usePage(({ tool }) => !CHOOSING.has(tool));
  useOutOfTheWay(bar);
  return (
    <div ref={bar} className={styles.bar} hidden={hidden} data-scrolls>
      <ToolChoice />
    </div>
  );
}
