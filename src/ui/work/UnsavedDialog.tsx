import type { ReactElement } from 'react';
import { saveProject } from '../../state/projectActions.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { useStudio } from '../StudioContext.tsx';

const { unsaved: words } = en.pictures;

/** Asks before work is replaced that this browser could not store. */
export default function UnsavedDialog(): ReactElement {
  const studio = useStudio();
  return (
    <Dialog heading={words.heading}>
      <p className={form.note}>{words.note}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={() => void saveProject(studio)}>
          {words.save}
        </Button>
        <Button onClick={() => studio.unsaved.answer(true)}>{words.replace}</Button>
        <Button onClick={() => studio.unsaved.answer(false)}>{words.keep}</Button>
      </div>
    </Dialog>
  );
}
