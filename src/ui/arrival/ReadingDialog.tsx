import type { ReactElement } from 'react';
import { pickAndOpen } from '../../state/openFiles.ts';
import { openDialog } from '../../state/toolActions.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './ReadingDialog.module.css';

const { arrival: words } = en;

/** A picture on its way to the dialog of what it is, or why it does not get there. */
export default function ReadingDialog(): ReactElement {
  const studio = useStudio();
  const opening = usePage((state) => state.opening);
  if (opening?.phase === 'failed') {
    return (
      <Dialog heading={words.heading}>
        <div className={form.failed}>
          <p role="alert">{opening.sentence}</p>
          <Button onClick={() => void pickAndOpen(studio)}>{words.another}</Button>
        </div>
      </Dialog>
    );
  }
  const isKnown = opening?.phase === 'fetching' && opening.total !== undefined;
  return (
    <Dialog heading={words.heading}>
      <div className={styles.waiting}>
        <p role="status">{opening && words.under(opening)}</p>
        <progress
          className={styles.progress}
          aria-label={words.heading}
          {...(isKnown && { max: opening.total, value: opening.done })}
        />
        <Button onClick={() => openDialog(studio, undefined)}>{words.cancel}</Button>
      </div>
    </Dialog>
  );
}
