import { Zap, ZapOff } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { isLive } from '../../state/painting/live.ts';
import { MOST_RIM } from '../../state/pageState.ts';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './RepaintOptions.module.css';

/** Whether strokes are repainted by themselves, and how much around them. */
export function RepaintOptions(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const id = useId();
  const live = usePage(isLive);
  const isFast = usePage(({ backends, bundle }) => isLive({ live: undefined, backends, bundle }));
  const rim = usePage((state) => state.rim);
  return (
    <>
      <IconButton
        {...tie.anchor}
        tip="below end"
        label={words.region.options}
        icon={live ? <Zap {...ICON} /> : <ZapOff {...ICON} />}
      />
      <Popover label={words.region.options} tie={tie}>
        <div className={styles.options}>
          <label className={`${form.check} ${styles.live}`}>
            <input
              type="checkbox"
              checked={live}
              aria-describedby={id}
              onChange={({ target }) => setPage(studio, { live: target.checked })}
            />
            <span>{words.region.live}</span>
          </label>
          <p id={id} className={form.smallNote}>
            {words.region.liveNote(isFast)}
          </p>
          <Slider
            label={words.region.rim}
            value={rim}
            minimum={0}
            maximum={MOST_RIM}
            text={words.region.rimValue(rim)}
            note={words.region.rimNote}
            onChange={(next) => setPage(studio, { rim: next })}
          />
        </div>
      </Popover>
    </>
  );
}
