import { useEffect, useState, type ReactElement } from 'react';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { loadGallery } from '../../io/gallery.ts';
import { tell } from '../../state/exporting/madeFiles.ts';
import { openShared } from '../../state/share/shareActions.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import cards from '../parts/PictureCards.module.css';
import { useStudio } from '../StudioContext.tsx';
import styles from './GalleryDialog.module.css';
import { GalleryPicture } from './GalleryPicture.tsx';

/** Pictures that were made with the default model; each is decoded here, and one click from being painted on. */
export default function GalleryDialog(): ReactElement {
  const studio = useStudio();
  const [pictures, setPictures] = useState<readonly SharedPicture[]>();

  useEffect(() => {
    let gone = false;
    loadGallery().then(
      (list) => !gone && setPictures(list),
      (error: unknown) => {
        if (gone) return;
        setPictures([]);
        tell(studio, error);
      },
    );
    return () => {
      gone = true;
    };
  }, [studio]);

  function open(picture: SharedPicture): void {
    openDialog(studio, undefined);
    void openShared(studio, picture);
  }

  return (
    <Dialog heading={words.gallery.heading} wide>
      <p className={form.intro}>{pictures?.length === 0 ? words.gallery.none : words.gallery.note}</p>
      {pictures === undefined && <p role="status">{words.gallery.loading}</p>}
      <ul className={cards.cards}>
        {pictures?.map((picture, index) => (
          <li key={index}>
            <button type="button" className={`${cards.card} ${styles.card}`} onClick={() => open(picture)}>
              <GalleryPicture picture={picture} place={index} />
              <span>{picture.title || words.gallery.untitled(index + 1)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
