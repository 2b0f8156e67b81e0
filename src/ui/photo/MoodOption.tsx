import type { ReactElement } from 'react';
import { takePhotographMood } from '../../state/photo/photographActions.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { MoodThumbnail } from '../settings/MoodThumbnail.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './MoodOption.module.css';

/** The mood nearest to the photograph; nothing where the model does not say what its moods are like. */
export function MoodOption({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement | null {
  const studio = useStudio();
  const { mood, takesMood } = photograph;
  const found = usePage(({ bundle }) => bundle.manifest?.moods.find(({ id }) => id === mood));
  if (!found) return null;
  return (
    <div className={form.actions}>
      <label className={styles.mood}>
        <input
          type="checkbox"
          checked={takesMood}
          onChange={({ target }) => studio.photographs.set({ takesMood: target.checked })}
        />
        <MoodThumbnail mood={found.id} />
        <span>{words.photo.mood(nameIn(words, found.name))}</span>
      </label>
      <Button kind="quiet" onClick={() => takePhotographMood(studio)}>
        {words.photo.moodOnly}
      </Button>
    </div>
  );
}
