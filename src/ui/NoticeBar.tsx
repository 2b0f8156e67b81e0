import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { isProblem } from '../state/notice.ts';
import { dismissNotice } from '../state/toolActions.ts';
import { en } from './i18n/en.ts';
import { noticeText } from './i18n/messages.ts';
import styles from './NoticeBar.module.css';
import { IconButton } from './parts/Button.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

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
