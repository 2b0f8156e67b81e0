import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { orTell } from '../../state/exporting/madeFiles.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { deleteStored, newPicture, undeleteStored, type Deleted } from '../../state/work/pictureActions.ts';
import { listPictures, type ListedPicture } from '../../state/work/pictureList.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import { PictureCard } from './PictureCard.tsx';
import styles from './PicturesDialog.module.css';

/** All that a person has made in this browser, what they worked on last first. */
export default function PicturesDialog(): ReactElement {
  const studio = useStudio();
  const trouble = usePage((state) => state.trouble);
  const [pictures, setPictures] = useState<readonly ListedPicture[] | 'failed'>();
  const [gone, setGone] = useState<Deleted & { readonly title: string }>();

  const looks = useRef(0);

  /** What was asked for before the last change, and comes after it, is not shown any more. */
  async function look(): Promise<void> {
    const asked = ++looks.current;
    const found = await listPictures(studio).catch(() => 'failed' as const);
    if (asked === looks.current) setPictures(found);
  }
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the dialog opens.
  useEffect(() => void look(), []);

  /** The list says what has become of it. */
  async function change(what: () => Promise<void>): Promise<void> {
    await orTell(studio, what);
    await look();
  }

  const remove = (picture: ListedPicture) =>
    change(async () => setGone({ ...(await deleteStored(studio, picture.id)), title: picture.info?.title ?? '' }));

  const bringBack = (deleted: Deleted) =>
    change(async () => {
      setGone(undefined);
      await undeleteStored(studio, deleted);
    });

  function begin(): void {
    openDialog(studio, undefined);
    void newPicture(studio, 'first layout');
  }

  const list = Array.isArray(pictures) ? (pictures as readonly ListedPicture[]) : [];
  return (
    <Dialog heading={words.pictures.heading} wide>
      <div className={styles.head}>
        <p className={form.note}>
          {pictures === 'failed'
            ? words.pictures.failed
            : pictures?.length === 0
              ? words.pictures.none
              : words.pictures.note}
        </p>
        <Button icon={<Plus {...ICON} />} onClick={begin}>
          <span>{words.pictures.begin}</span>
        </Button>
      </div>
      {trouble === 'full' && <p role="alert">{words.pictures.full}</p>}
      {pictures === undefined && <p role="status">{words.pictures.loading}</p>}
      <p className={styles.gone} role="status">
        {gone && (
          <>
            <span>{words.pictures.deleted(gone.title)}</span>
            <Button onClick={() => void bringBack(gone)}>{words.pictures.undo}</Button>
          </>
        )}
      </p>
      <ul className={styles.pictures}>
        {list.map((picture) => (
          <PictureCard
            key={picture.id}
            picture={picture}
            onChange={(what) => void change(what)}
            onDelete={() => void remove(picture)}
          />
        ))}
      </ul>
      {list.length > 0 && (
        <p className={form.note}>
          {words.pictures.room(
            list.length,
            list.reduce((sum, { info }) => sum + (info?.bytes ?? 0), 0),
          )}
        </p>
      )}
    </Dialog>
  );
}
