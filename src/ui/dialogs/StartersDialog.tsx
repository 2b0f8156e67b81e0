import { useEffect, useState, type ReactElement } from 'react';
import { layoutHeight, layoutWidth } from '../../core/lattice.ts';
import { loadStarter, loadStarterList, starterFileUrl, type StarterEntry } from '../../io/starters.ts';
import { tell } from '../../state/saveActions.ts';
import { takeStarter } from '../../state/startActions.ts';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './StartersDialog.module.css';

export default function StartersDialog(): ReactElement {
  const studio = useStudio();
  const [starters, setStarters] = useState<readonly StarterEntry[]>();

  useEffect(() => {
    let gone = false;
    loadStarterList().then(
      (list) => !gone && setStarters(list),
      () => !gone && setStarters([]),
    );
    return () => {
      gone = true;
    };
  }, []);

  async function choose(entry: StarterEntry, button: HTMLElement): Promise<void> {
    try {
      const starter = await loadStarter(entry);
      // Closed by the browser, which gives the focus back; before a question that may come.
      button.closest('dialog')?.close();
      await takeStarter(studio, starter);
    } catch (error) {
      tell(studio, error);
    }
  }

  return (
    <Dialog heading={words.dialogs.starters.heading} wide>
      <p className={styles.note}>
        {starters?.length === 0 ? words.dialogs.starters.none : words.dialogs.starters.note}
      </p>
      {starters === undefined && <p role="status">{words.dialogs.starters.loading}</p>}
      <ul className={styles.starters}>
        {starters?.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className={styles.starter}
              onClick={({ currentTarget }) => void choose(entry, currentTarget)}
            >
              <img
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
    </Dialog>
  );
}
