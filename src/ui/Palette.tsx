import type { CSSProperties, ReactElement } from 'react';
import { classCommandId, commandOf } from '../state/commands.ts';
import { chooseClass } from '../state/toolActions.ts';
import { words } from './i18n/words.ts';
import { ariaKeys, keyText } from './keyNames.ts';
import styles from './Palette.module.css';
import { usePage, useStudio } from './StudioContext.tsx';
import { usePalette } from './usePalette.ts';

/** The classes as wells of paint. */
export function Palette(): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  const classId = usePage((state) => state.classId);
  return (
    <fieldset className={styles.palette}>
      <legend className="visually-hidden">{words.layout.palette}</legend>
      <div className={styles.wells}>
        {palette.map(({ id, name, color }) => {
          const command = classCommandId(id);
          const keys = command ? commandOf(command).keys : [];
          return (
            <label key={id} className={styles.well} style={{ '--paint': color } as CSSProperties}>
              <input
                type="radio"
                className={styles.input}
                name="class"
                aria-label={name}
                checked={id === classId}
                aria-keyshortcuts={ariaKeys(keys)}
                onChange={() => chooseClass(studio, id)}
                onClick={() => chooseClass(studio, id)}
              />
              <span className={`${styles.paint} own-colors`} />
              <span className={styles.name}>{name}</span>
              <kbd className={styles.key} aria-hidden>
                {keys[0] && keyText(keys[0])}
              </kbd>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
