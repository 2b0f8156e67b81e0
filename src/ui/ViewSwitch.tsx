import type { ReactElement } from 'react';
import { setView } from '../state/toolActions.ts';
import { en } from './i18n/en.ts';
import { Segments } from './parts/Segments.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import styles from './ViewSwitch.module.css';

/** On a narrow screen one canvas is seen at a time. */
export function ViewSwitch(): ReactElement {
  const studio = useStudio();
  const view = usePage((state) => state.view);
  return (
    <div className={styles.switch}>
      <Segments
        legend={en.picture.view}
        look="framed"
        name="view"
        value={view}
        options={[
          { value: 'layout', label: en.picture.showLayout },
          { value: 'picture', label: en.picture.showPicture },
        ]}
        onChange={(next) => setView(studio, next)}
      />
    </div>
  );
}
