import type { CSSProperties, ReactElement } from 'react';
import { setMood } from '../../state/settings/settingsActions.ts';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './MoodPicker.module.css';

const NO_MOODS: readonly never[] = [];

/** Light and colour of the whole picture: each mood as its sky, middle and ground. */
export function MoodPicker(): ReactElement {
  const studio = useStudio();
  const mood = usePage((state) => state.mood);
  const moods = usePage(({ bundle }) => bundle.manifest?.moods ?? NO_MOODS);
  const chips = [
    { id: 0, name: words.settings.anyMood, swatches: undefined },
    ...moods.map((one) => ({ ...one, name: nameIn(words, one.name) })),
  ];
  const chosen = chips.find(({ id }) => id === mood);
  return (
    <fieldset>
      <legend className={styles.legend}>
        <span>{words.settings.mood}</span> <span className={styles.name}>{chosen?.name}</span>
      </legend>
      <div className={styles.chips}>
        {chips.map(({ id, name, swatches }) => (
          <label key={id} className={styles.chip} title={name}>
            <input
              type="radio"
              className={styles.input}
              name="mood"
              checked={id === mood}
              aria-label={name}
              onChange={() => setMood(studio, id)}
            />
            <span
              className={`${swatches ? styles.swatch : styles.any} own-colors`}
              style={
                swatches &&
                ({ '--top': swatches[0], '--middle': swatches[1], '--bottom': swatches[2] } as CSSProperties)
              }
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
