import { useEffect, useState, type ReactElement } from 'react';
import {
  askToKeep,
  deleteStored,
  reportStorage,
  STORED,
  type Stored,
  type StorageReport,
} from '../../io/browserStorage.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import styles from './StorageDialog.module.css';

/** What is kept in this browser, and how to be rid of it. */
export default function StorageDialog(): ReactElement {
  const [report, setReport] = useState<StorageReport>();
  const [sure, setSure] = useState<Stored>();
  const [said, setSaid] = useState('');

  const look = () => void reportStorage().then(setReport);
  useEffect(look, []);

  async function remove(part: Stored): Promise<void> {
    setSure(undefined);
    await deleteStored(part).catch(() => undefined);
    setSaid(words.storage.deleted(part));
    look();
  }

  async function keep(): Promise<void> {
    setSaid((await askToKeep()) ? words.storage.promised : words.storage.refused);
    look();
  }

  return (
    <Dialog heading={words.storage.heading}>
      <p className={form.note}>{words.storage.note}</p>
      <ul className={styles.parts}>
        {STORED.map((part) => (
          <li key={part} className={styles.part}>
            <span>
              <strong>{words.storage.parts[part]}</strong>
              <br />
              <span className={form.note}>{report ? words.storage.size(part, report) : words.storage.looking}</span>
            </span>
            <Button
              disabled={!report || report.parts[part] === 0}
              aria-label={sure === part ? words.storage.really(part) : words.storage.delete(part)}
              onClick={() => (sure === part ? void remove(part) : setSure(part))}
            >
              {sure === part ? words.storage.sure : words.storage.remove}
            </Button>
          </li>
        ))}
      </ul>
      {report?.kept === false && <Button onClick={() => void keep()}>{words.storage.keep}</Button>}
      <p className={styles.said} role="status">
        {said || (report?.kept === true ? words.storage.promised : '')}
      </p>
    </Dialog>
  );
}
