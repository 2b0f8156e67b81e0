import type { ReactElement } from 'react';
import { decodeShareLink } from '../../core/shareLink/shareLink.ts';
import { LinkError, type SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { openShared } from '../../state/share/shareActions.ts';
import { openDialog } from '../../state/toolActions.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './ShareDialog.module.css';

const { offered: words } = en.share;

/** Asks before a picture that came with a link takes the place of the work. */
export default function LinkDialog(): ReactElement {
  const studio = useStudio();
  const offered = usePage((state) => state.offered);
  const read = readLink(offered ?? '');
  return (
    <Dialog heading={words.heading}>
      <div className={styles.body}>
        {typeof read === 'string' ? (
          <p role="alert">{read}</p>
        ) : (
          <>
            <p>{words.note}</p>
            {read.title !== '' && <p>{words.named(read.title)}</p>}
            <div className={form.actions}>
              <Button
                kind="action"
                onClick={() => {
                  openDialog(studio, undefined);
                  void openShared(studio, read);
                }}
              >
                {words.open}
              </Button>
              <Button onClick={() => openDialog(studio, undefined)}>{words.leave}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** The picture, or the sentence that says why there is none. */
function readLink(link: string): SharedPicture | string {
  try {
    return decodeShareLink(link);
  } catch (error) {
    if (error instanceof LinkError) return error.message;
    throw error;
  }
}
