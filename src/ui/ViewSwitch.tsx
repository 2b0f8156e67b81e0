import type { ReactElement } from 'react';
import { setPage } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
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
        legend={words.picture.view}
        look="framed"
        name="view"
        value={view}
        options={[
          { value: 'layout', label: words.picture.showLayout },
          { value: 'picture', label: words.picture.showPicture },
        ]}
        onChange={(next) => setPage(studio, { view: next })}
      />
    </div>
  );
}
