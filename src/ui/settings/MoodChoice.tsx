import { ImagePlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { moodSpaceOf } from '../../protocol/manifest.ts';
import { pickMood } from '../../state/photo/photographActions.ts';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import choice from '../parts/Choice.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './MoodChoice.module.css';
import { MoodThumbnail } from './MoodThumbnail.tsx';
import { useMoods } from './useMoods.ts';

interface MoodChoiceProps {
  /** A mood was pointed at, or Enter says that it is the one. Arrow keys go on choosing. */
  readonly onChosen?: () => void;
}

/** Light and colour of the whole picture: one landscape in each mood, or a photograph that has it. */
export function MoodChoice({ onChosen }: MoodChoiceProps): ReactElement {
  const studio = useStudio();
  const mood = usePage((state) => state.mood);
  const tellsMoods = usePage(({ bundle }) => moodSpaceOf(bundle.manifest) !== undefined);
  const moods = useMoods();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{words.settings.mood}</legend>
      {moods.map(({ id, name }) => (
        <label key={id} className={`${choice.choice} ${styles.mood}`}>
          <input
            type="radio"
            className={choice.input}
            name="mood"
            checked={id === mood}
            onChange={() => setPage(studio, { mood: id })}
            // Of a key it has no detail.
            onClick={({ detail }) => detail > 0 && onChosen?.()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !onChosen) return;
              // The field has the focus again, and would open for it.
              event.preventDefault();
              onChosen();
            }}
          />
          <MoodThumbnail mood={id} />
          <span className={styles.name}>{name}</span>
        </label>
      ))}
      {tellsMoods && (
        <button
          type="button"
          className={`${choice.choice} ${styles.photograph}`}
          onClick={() => {
            onChosen?.();
            void pickMood(studio);
          }}
        >
          <span className={styles.sheet}>
            <ImagePlus size={20} aria-hidden />
          </span>
          <span className={styles.name}>{words.settings.moodOfPhoto}</span>
        </button>
      )}
    </fieldset>
  );
}
