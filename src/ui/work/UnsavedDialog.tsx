import type { ReactElement } from 'react';
import { saveProject } from '../../state/work/projectActions.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { useStudio } from '../StudioContext.tsx';

/** Asks before work is replaced that this browser could not store. */
export default function UnsavedDialog(): ReactElement {
  const studio = useStudio();
  return (
    <Dialog heading={words.pictures.unsaved.heading}>
      <p className={form.note}>{words.pictures.unsaved.note}</p>
      <div className={form.actions}>
        <Button kind="action" onClick={() => void saveProject(studio)}>
          {words.pictures.unsaved.save}
        </Button>
        <Button onClick={() => studio.unsaved.answer(true)}>{words.pictures.unsaved.replace}</Button>
        <Button onClick={() => studio.unsaved.answer(false)}>{words.pictures.unsaved.keep}</Button>
      </div>
    </Dialog>
  );
}
