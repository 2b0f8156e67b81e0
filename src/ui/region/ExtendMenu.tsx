import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ChevronsRight, Expand } from 'lucide-react';
import type { ReactElement } from 'react';
import { SIDES, type Side } from '../../core/extend.ts';
import { runCommand } from '../../state/commands.ts';
import { canExtend, EXTENSION } from '../../state/painting/extendActions.ts';
import { cellPixelsNow } from '../../state/settings/formats.ts';
import { words } from '../i18n/words.ts';
import { CommandButton } from '../parts/CommandButton.tsx';
import { Button, ICON, IconButton } from '../parts/Button.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './ExtendMenu.module.css';

const ARROWS: Record<Side, ReactElement> = {
  left: <ArrowLeft {...ICON} />,
  right: <ArrowRight {...ICON} />,
  top: <ArrowUp {...ICON} />,
  bottom: <ArrowDown {...ICON} />,
};

/** More room on a side of the picture, painted at once. */
export function ExtendMenu(): ReactElement {
  const tie = usePopover();
  const studio = useStudio();
  const possible = usePage((state) => SIDES.some((side) => canExtend(state, side)));
  const cellPixels = usePage(cellPixelsNow);
  const panorama = usePage((state) => canExtend(state, 'right'));
  return (
    <>
      <IconButton {...tie.anchor} label={words.region.extend} icon={<Expand {...ICON} />} disabled={!possible} />
      <Popover label={words.region.extend} tie={tie}>
        <div className={styles.sides}>
          {SIDES.map((side) => (
            <div key={side} style={{ gridArea: side }}>
              <CommandButton tip="above" command={`extend-${side}`} icon={ARROWS[side]} />
            </div>
          ))}
          <span className={styles.picture} aria-hidden />
        </div>
        <p className={styles.note}>{words.region.extendNote(EXTENSION * cellPixels)}</p>
        <Button
          icon={<ChevronsRight {...ICON} />}
          disabled={!panorama}
          onClick={() => {
            tie.close();
            runCommand(studio, 'panorama');
          }}
        >
          {words.region.panorama}
        </Button>
        <p className={styles.note}>{words.region.panoramaNote}</p>
      </Popover>
    </>
  );
}
