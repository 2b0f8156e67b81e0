import { useRef, type ReactElement } from 'react';
import type { PageState } from '../../state/pageState.ts';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import choice from '../parts/Choice.module.css';
import { lazyPart } from '../parts/lazyPart.tsx';
import { useOutOfTheWay } from './useOutOfTheWay.ts';
import styles from './ViewThumbnail.module.css';

const VIEWS: readonly PageState['view'][] = ['layout', 'picture'];

const OtherCanvas = lazyPart(() => import('./OtherCanvas.tsx'));

/** Which canvas is seen: its name in one corner of the stage, and in another the other one, small, to change places with. */
export function ViewThumbnail(): ReactElement {
  const studio = useStudio();
  const thumbnail = useRef<HTMLLabelElement>(null);
  const view = usePage((state) => state.view);
  // The candidates lie along the stage's end.
  const above = usePage((state) => state.tray !== undefined && state.view === 'picture');
  useOutOfTheWay(thumbnail);
  const names = { layout: words.picture.showLayout, picture: words.picture.showPicture };
  return (
    <fieldset className={styles.views} data-above={above}>
      <legend className="visually-hidden">{words.picture.view}</legend>
      {VIEWS.map((one) => (
        <label
          key={one}
          ref={one === view ? undefined : thumbnail}
          className={one === view ? styles.shown : styles.other}
        >
          <input
            type="radio"
            className={choice.input}
            name="view"
            checked={one === view}
            onChange={() => setPage(studio, { view: one })}
          />
          {one !== view && <OtherCanvas of={one} />}
          <span>{names[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
