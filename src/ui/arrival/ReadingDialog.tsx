import type { ReactElement } from 'react';
import { openDialog } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { PictureProblem } from '../parts/PictureProblem.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './ReadingDialog.module.css';

/** A picture on its way to the dialog of what it is, or why it does not get there. */
export default function ReadingDialog(): ReactElement {
  const studio = useStudio();
  const opening = usePage((state) => state.opening);
  if (opening?.phase === 'failed') {
    return (
      <Dialog heading={words.arrival.heading}>
        <PictureProblem problem={opening.problem} another={words.arrival.another} />
      </Dialog>
    );
  }
  const isKnown = opening?.phase === 'fetching' && opening.total !== undefined;
  return (
    <Dialog heading={words.arrival.heading}>
      <div className={styles.waiting}>
        <p role="status">{opening && words.arrival.under(opening)}</p>
        <progress
          className={styles.progress}
          aria-label={words.arrival.heading}
          {...(isKnown && { max: opening.total, value: opening.done })}
        />
        <Button onClick={() => openDialog(studio, undefined)}>{words.arrival.cancel}</Button>
      </div>
    </Dialog>
  );
}
