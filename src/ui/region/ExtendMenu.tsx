import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ChevronsRight, Expand } from 'lucide-react';
import type { ReactElement } from 'react';
import { CELL_PIXELS } from '../../core/lattice.ts';
import { EXTENSION } from '../../state/extendActions.ts';
import { commandOf, isPossible } from '../../state/commands.ts';
import { en } from '../i18n/en.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { IconButton } from '../parts/Button.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { usePage } from '../StudioContext.tsx';
import styles from './ExtendMenu.module.css';

const { region: words } = en;
const ICON = { size: 17, 'aria-hidden': true } as const;

/** More room on a side of the picture, painted at once. */
export function ExtendMenu(): ReactElement {
  const tie = usePopover();
  const possible = usePage((state) =>
    (['extend-left', 'extend-right', 'extend-top', 'extend-bottom'] as const).some((id) =>
      isPossible(commandOf(id), state),
    ),
  );
  return (
    <>
      <IconButton {...tie.anchor} tip="above" label={words.extend} icon={<Expand {...ICON} />} disabled={!possible} />
      <Popover label={words.extend} tie={tie}>
        <div className={styles.sides}>
          <div className={styles.top}>
            <CommandButton tip="above" command="extend-top" icon={<ArrowUp {...ICON} />} />
          </div>
          <CommandButton tip="above" command="extend-left" icon={<ArrowLeft {...ICON} />} />
          <span className={styles.picture} aria-hidden />
          <CommandButton tip="above" command="extend-right" icon={<ArrowRight {...ICON} />} />
          <CommandButton tip="above end" command="panorama" icon={<ChevronsRight {...ICON} />} />
          <div className={styles.bottom}>
            <CommandButton command="extend-bottom" icon={<ArrowDown {...ICON} />} />
          </div>
        </div>
        <p className={styles.note}>{words.extendNote(EXTENSION * CELL_PIXELS)}</p>
      </Popover>
    </>
  );
}
