import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { runCommand } from '../state/commands.ts';
import { isProblem, type Notice } from '../state/notice.ts';
import { dismissNotice } from '../state/toolActions.ts';
import { openStored } from '../state/work/pictureActions.ts';
import { en } from './i18n/en.ts';
import { noticeText } from './i18n/messages.ts';
import styles from './NoticeBar.module.css';
import { Button, IconButton } from './parts/Button.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** What can be done about it. */
function NoticeActions({ notice }: { readonly notice: Notice }): ReactElement | null {
  const studio = useStudio();
  const trouble = usePage((state) => state.trouble);
  // Pictures are in a storage that answers.
  const leadsToPictures = notice.kind === 'unreadable' || (notice.kind === 'autosave' && notice.trouble === 'full');
  const { back } = { back: undefined, ...notice };
  return (
    <>
      {notice.kind === 'autosave' && trouble !== undefined && (
        <Button onClick={() => runCommand(studio, 'save-project')}>{en.pictures.saveNow}</Button>
      )}
      {leadsToPictures && <Button onClick={() => runCommand(studio, 'pictures')}>{en.commands.pictures}</Button>}
      {notice.kind === 'answered' && (
        <Button onClick={() => void openStored(studio, notice.last)}>{en.pictures.openLast}</Button>
      )}
      {back !== undefined && <Button onClick={() => void openStored(studio, back)}>{en.pictures.back}</Button>}
    </>
  );
}

/** One thing to say beside the job; it stays until it is dismissed. */
export function NoticeBar(): ReactElement {
  const studio = useStudio();
  const notice = usePage((state) => state.notice);
  const problem = notice !== undefined && isProblem(notice);
  return (
    // Always there, so that what comes into it is heard.
    <div className={styles.place} role={problem ? 'alert' : 'status'}>
      {notice && (
        <div className={styles.notice} data-problem={problem}>
          <span>{noticeText(en, notice)}</span>
          <NoticeActions notice={notice} />
          <IconButton
            tip="above"
            label={en.job.dismiss}
            icon={<X size={16} aria-hidden />}
            onClick={() => dismissNotice(studio)}
          />
        </div>
      )}
    </div>
  );
}
