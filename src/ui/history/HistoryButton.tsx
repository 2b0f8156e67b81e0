import { History } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { lazyPart } from '../parts/lazyPart.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './HistoryButton.module.css';

const HistoryTree = lazyPart(() => import('./HistoryTree.tsx'));

/** The history, to look at and to walk about in: it stays open while one does, and the page's keys stay at work. */
export function HistoryButton(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const open = usePage((state) => state.historyOpen);
  const { panel } = tie;
  /** The tree takes the focus when it comes, which it can only where it is seen. */
  const [shown, show] = useState(false);

  useEffect(() => {
    if (panel.current && panel.current.matches(':popover-open') !== open) panel.current.togglePopover(open);
  }, [panel, open]);

  return (
    <>
      <CommandButton
        {...tie.anchor}
        command="history"
        label={words.history.heading}
        icon={<History size={18} aria-hidden />}
        // The browser opens the panel, and that says so to the state.
        onClick={undefined}
      />
      <Popover
        label={words.history.heading}
        tie={tie}
        className={styles.panel}
        keepsKeys
        onToggle={(isOpen) => {
          show(isOpen);
          setPage(studio, { historyOpen: isOpen });
        }}
      >
        <p className={styles.note}>{words.history.note}</p>
        {shown && <HistoryTree />}
      </Popover>
    </>
  );
}
