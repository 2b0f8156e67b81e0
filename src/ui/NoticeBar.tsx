import { X } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { runCommand } from '../state/commands.ts';
import { isPassing, isProblem, type Notice } from '../state/view/notice.ts';
import { setPage } from '../state/view/toolActions.ts';
import { openStored } from '../state/work/pictureActions.ts';
import { words } from './i18n/words.ts';
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
        <Button onClick={() => runCommand(studio, 'save-project')}>{words.pictures.saveNow}</Button>
      )}
      {leadsToPictures && <Button onClick={() => runCommand(studio, 'pictures')}>{words.commands.pictures}</Button>}
      {notice.kind === 'answered' && (
        <Button onClick={() => void openStored(studio, notice.last)}>{words.pictures.openLast}</Button>
      )}
      {back !== undefined && <Button onClick={() => void openStored(studio, back)}>{words.pictures.back}</Button>}
    </>
  );
}

/** How long a sentence of forty letters stays, and each one more. Milliseconds. */
const STAYS = 4000;
const STAYS_FOR_LETTER = 40;

function NoticeCard({ notice }: { readonly notice: Notice }): ReactElement {
  const studio = useStudio();
  const [held, setHeld] = useState(false);
  const sentence = noticeText(words, notice);
  useEffect(() => {
    if (!isPassing(notice) || held) return undefined;
    const letters = Math.max(0, sentence.length - 40);
    const timer = setTimeout(() => setPage(studio, { notice: undefined }), STAYS + letters * STAYS_FOR_LETTER);
    return () => clearTimeout(timer);
  }, [notice, sentence, held, studio]);
  return (
    <div
      className={styles.notice}
      data-problem={isProblem(notice)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{sentence}</span>
      <NoticeActions notice={notice} />
      <IconButton
        tip="above"
        label={words.job.dismiss}
        icon={<X size={16} aria-hidden />}
        onClick={() => setPage(studio, { notice: undefined })}
      />
    </div>
  );
}

/**
 * One thing to say, over the stage. A problem, or what asks for an answer, stays until it is dismissed; the rest goes when it
 * was read.
 */
export function NoticeBar(): ReactElement {
  const notice = usePage((state) => state.notice);
  return (
    // Always there, so that what comes into it is heard.
    <div className={styles.place} role={notice && isProblem(notice) ? 'alert' : 'status'}>
      {notice && <NoticeCard notice={notice} />}
    </div>
  );
}
