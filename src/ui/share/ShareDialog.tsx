import { useRef, useState, type ReactElement } from 'react';
import { runCommand } from '../../state/commands.ts';
import { fitsLink, linkOf, MOST_ADDRESS, snippetFor } from '../../state/share/shareActions.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import { useRevision } from '../useRevision.ts';
import { QrCode } from './QrCode.tsx';
import styles from './ShareDialog.module.css';

/** The picture as a link: to copy, to send, or to be read from the screen. */
export default function ShareDialog(): ReactElement {
  const studio = useStudio();
  const ownCells = usePage((state) => state.ownCells);
  const [title, setTitle] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // What is painted meanwhile is in the link.
  useRevision(studio.document);
  const fits = fitsLink(studio);
  const link = linkOf(studio, location.href, title);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.share.copied);
    } catch {
      field.current?.select();
      setSaid(words.share.notCopied);
    }
  }

  // A sheet that is closed without a choice is no error.
  const send = (url: string) => void navigator.share({ title: title || words.title, url }).catch(() => undefined);

  return (
    <Dialog heading={words.share.heading}>
      <div className={form.stack}>
        <p className={form.note}>{words.share.note}</p>
        {ownCells > 0 && <p role="status">{words.photo.linkNote}</p>}
        <label className={form.field}>
          <span className={form.label}>{words.share.title}</span>
          <input
            className={form.input}
            type="text"
            maxLength={80}
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
              setSaid('');
            }}
          />
        </label>
        {link === undefined && fits && <p role="status">{words.share.notYet}</p>}
        {(!fits || (link !== undefined && link.length > MOST_ADDRESS)) && (
          <>
            <p role="alert">{link === undefined ? words.share.otherTokens : words.share.tooLong(link.length)}</p>
            <div className={form.actions}>
              <Button kind="action" onClick={() => runCommand(studio, 'save-project')}>
                {words.share.saveProject}
              </Button>
            </div>
          </>
        )}
        {link !== undefined && link.length <= MOST_ADDRESS && (
          <>
            <label className={form.field}>
              <span className={form.label}>{words.share.link}</span>
              <input
                ref={field}
                className={form.input}
                type="text"
                readOnly
                value={link}
                onFocus={({ target }) => target.select()}
              />
            </label>
            <div className={form.actions}>
              <Button kind="action" onClick={() => void copy(link)}>
                {words.share.copy}
              </Button>
              {'share' in navigator && <Button onClick={() => send(link)}>{words.share.send}</Button>}
              <span className={form.note} role="status">
                {said || words.share.size(link.length)}
              </span>
            </div>
            <QrCode text={link} />
            <label className={form.field}>
              <span className={form.label}>{words.replay.embed}</span>
              <textarea
                className={styles.code}
                rows={3}
                readOnly
                value={snippetFor(studio, link)}
                onFocus={({ target }) => target.select()}
              />
            </label>
          </>
        )}
      </div>
    </Dialog>
  );
}
