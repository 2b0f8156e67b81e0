import type { ReactElement } from 'react';
import type { MapRegion } from '../../core/conventions/mapRegion.ts';
import { classCommandId } from '../../state/commands.ts';
import { en } from '../i18n/en.ts';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './RegionList.module.css';

/** Every region of a map with the class that it becomes; a menu changes it. */
export function RegionList({ regions }: { readonly regions: readonly MapRegion[] }): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  return (
    <section aria-label={en.maps.regions}>
      <ul className={styles.regions}>
        {regions.map(({ key, name, classId, share }) => {
          const words = en.maps.region(key, name);
          return (
            <li key={key} className={styles.region}>
              <span
                className={`${styles.swatch} own-colors`}
                style={{ background: palette.find(({ id }) => id === classId)?.color }}
                aria-hidden
              />
              <span className={styles.name}>
                <span>{words}</span> <span className={styles.share}>{en.maps.regionShare(share)}</span>
              </span>
              <select
                className={styles.select}
                aria-label={en.maps.classOf(words)}
                value={classId}
                onChange={({ target }) => studio.maps.setClass(key, Number(target.value))}
              >
                {palette.map(({ id, name: own }) => {
                  const command = classCommandId(id);
                  return (
                    <option key={id} value={id}>
                      {command ? en.commands[command] : own}
                    </option>
                  );
                })}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
