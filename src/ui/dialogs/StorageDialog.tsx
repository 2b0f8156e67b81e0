import { useEffect, useState, type ReactElement } from 'react';
import {
  askToKeep,
  deleteStored,
  reportStorage,
  STORED,
  type Stored,
  type StorageReport,
} from '../../io/browserStorage.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import styles from './StorageDialog.module.css';

const { storage: words } = en;

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
    setSaid(words.deleted(part));
    look();
  }

  async function keep(): Promise<void> {
    setSaid((await askToKeep()) ? words.promised : words.refused);
    look();
  }

  return (
    <Dialog heading={words.heading}>
      <p className={styles.note}>{words.note}</p>
      <ul className={styles.parts}>
        {STORED.map((part) => (
          <li key={part} className={styles.part}>
            <span>
              <strong>{words.parts[part]}</strong>
              <br />
              <span className={styles.note}>{report ? words.size(part, report) : words.looking}</span>
            </span>
            <Button
              disabled={!report || report.parts[part] === 0}
              aria-label={sure === part ? words.really(part) : words.delete(part)}
              onClick={() => (sure === part ? void remove(part) : setSure(part))}
            >
              {sure === part ? words.sure : words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {report?.kept === false && <Button onClick={() => void keep()}>{words.keep}</Button>}
      <p className={styles.said} role="status">
        {said || (report?.kept === true ? words.promised : '')}
      </p>
    </Dialog>
  );
}
