import type { ReactElement } from 'react';
import { problemText } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { JobStatus } from '../JobStatus.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './QueueDialog.module.css';

/** Maps that become pictures one after the other. Closing it stops nothing. */
export default function QueueDialog(): ReactElement {
  const studio = useStudio();
  const queue = usePage((state) => state.mapQueue);
  const items = queue?.items ?? [];
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <Dialog heading={words.maps.queue.heading}>
      <p className={styles.note}>{words.maps.queue.note}</p>
      <p role="status">{words.maps.queue.progress(done, items.length)}</p>
      <ol className={styles.items}>
        {items.map((item, index) => (
          // Files may share a name, and never change places.
          <li key={index} className={styles.item} data-state={item.state}>
            <span className={styles.name}>{item.name}</span>
            <span className={styles.state}>{words.maps.queue.state(item)}</span>
            {item.problem && <p className={styles.sentence}>{problemText(words, item.problem)}</p>}
          </li>
        ))}
      </ol>
      {queue?.running === true && <JobStatus />}
      <div className={`${form.actions} ${styles.actions}`}>
        <Button kind="action" disabled={done === 0} onClick={() => void studio.queue.save()}>
          {words.maps.queue.save}
        </Button>
        {queue?.running === true && <Button onClick={() => studio.queue.stop()}>{words.maps.queue.stop}</Button>}
      </div>
    </Dialog>
  );
}
