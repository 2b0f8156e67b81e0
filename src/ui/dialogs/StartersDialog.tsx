import { Plus } from 'lucide-react';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { layoutHeight, layoutWidth } from '../../core/lattice.ts';
import { loadStarter, loadStarterList, starterFileUrl, type StarterEntry } from '../../io/starters.ts';
import { orTell } from '../../state/exporting/madeFiles.ts';
import { takeStarter } from '../../state/work/startActions.ts';
import { openDialog } from '../../state/view/toolActions.ts';
import { newPicture, openStored } from '../../state/work/pictureActions.ts';
import { listPictures, type ListedPicture } from '../../state/work/pictureList.ts';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import cards from '../parts/PictureCards.module.css';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './StartersDialog.module.css';

/** What was worked on before is offered here for a quick return; all of it is in "Your pictures". */
const MOST_RECENT = 4;

export default function StartersDialog(): ReactElement {
  const studio = useStudio();
  const [starters, setStarters] = useState<readonly StarterEntry[]>();
  const [recent, setRecent] = useState<readonly ListedPicture[]>([]);
  const recentId = useId();

  useEffect(() => {
    loadStarterList().then(setStarters, () => setStarters([]));
    // A storage that does not answer has nothing to offer here; "Your pictures" says so.
    listPictures(studio).then(
      (list) => setRecent(list.filter(({ open, readable }) => readable && open === 'nowhere').slice(0, MOST_RECENT)),
      () => undefined,
    );
  }, [studio]);

  function leaveFor(next: () => Promise<void>): void {
    openDialog(studio, undefined);
    void next();
  }

  function choose(entry: StarterEntry, button: HTMLElement): Promise<void> {
    return orTell(studio, async () => {
      const starter = await loadStarter(entry);
      // Closed by the browser, which gives the focus back; before a question that may come.
      button.closest('dialog')?.close();
      await takeStarter(studio, starter);
    });
  }

  return (
    <Dialog heading={words.dialogs.starters.heading} wide>
      <p className={form.intro}>{starters?.length === 0 ? words.dialogs.starters.none : words.dialogs.starters.note}</p>
      {starters === undefined && <p role="status">{words.dialogs.starters.loading}</p>}
      <ul className={cards.cards}>
        <li>
          <button
            type="button"
            className={cards.card}
            onClick={() => leaveFor(() => newPicture(studio, 'empty layout'))}
          >
            <span className={`${cards.picture} ${styles.picture} ${styles.blank}`}>
              <Plus size={28} aria-hidden />
            </span>
            <span>{words.dialogs.starters.blank}</span>
          </button>
        </li>
        {starters?.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className={cards.card}
              onClick={({ currentTarget }) => void choose(entry, currentTarget)}
            >
              <img
                className={`${cards.picture} ${styles.picture}`}
                src={starterFileUrl(entry.thumbnail ?? entry.picture)}
                alt=""
                loading="lazy"
                width={layoutWidth(entry.lattice)}
                height={layoutHeight(entry.lattice)}
              />
              <span>{nameIn(words, entry.title)}</span>
            </button>
          </li>
        ))}
      </ul>
      {recent.length > 0 && (
        <section aria-labelledby={recentId}>
          <h3 id={recentId} className={styles.heading}>
            {words.dialogs.starters.recent}
          </h3>
          <ul className={cards.cards}>
            {recent.map(({ id, info }) => (
              <li key={id}>
                <button type="button" className={cards.card} onClick={() => leaveFor(() => openStored(studio, id))}>
                  <ThumbnailCanvas className={`${cards.picture} ${styles.picture}`} thumbnail={info?.thumbnail} />
                  <span>{info?.title || words.pictures.untitled}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
