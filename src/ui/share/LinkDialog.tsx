import type { ReactElement } from 'react';
import { openShared, readLink } from '../../state/share/shareActions.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { problemText } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';

/** Asks before a picture that came with a link takes the place of the work. */
export default function LinkDialog(): ReactElement {
  const studio = useStudio();
  const offered = usePage((state) => state.offered);
  const read = readLink(offered ?? '');
  return (
    <Dialog heading={words.share.offered.heading}>
      <div className={form.stack}>
        {'code' in read ? (
          <p role="alert">{problemText(words, read)}</p>
        ) : (
          <>
            <p>{words.share.offered.note}</p>
            {read.title !== '' && <p>{words.share.offered.named(read.title)}</p>}
            <div className={form.actions}>
              <Button
                kind="action"
                onClick={() => {
                  openDialog(studio, undefined);
                  void openShared(studio, read);
                }}
              >
                {words.share.offered.open}
              </Button>
              <Button onClick={() => openDialog(studio, undefined)}>{words.share.offered.leave}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
