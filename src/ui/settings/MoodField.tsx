import { ChevronDown } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { usePage } from '../StudioContext.tsx';
import { MoodChoice } from './MoodChoice.tsx';
import styles from './MoodField.module.css';
import { MoodThumbnail } from './MoodThumbnail.tsx';
import panel from './SettingsPanel.module.css';
import { useMoods } from './useMoods.ts';

/** The mood of the next picture; all of them are on the panel behind. */
export function MoodField(): ReactElement {
  const id = useId();
  const tie = usePopover();
  const mood = usePage((state) => state.mood);
  const chosen = useMoods().find((one) => one.id === mood);
  return (
    <div className={panel.field}>
      <span id={id} className={panel.label}>
        {words.settings.mood}
      </span>
      <Button {...tie.anchor} id={`${id}-value`} className={styles.button} aria-labelledby={`${id} ${id}-value`}>
        <MoodThumbnail mood={mood} />
        <span className={styles.name}>{chosen?.name}</span>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover
        label={words.settings.mood}
        tie={tie}
        className={styles.panel}
        onToggle={(open) => {
          // The arrow keys are at work at once.
          if (open) tie.panel.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
        }}
      >
        <MoodChoice onChosen={tie.close} />
      </Popover>
    </div>
  );
}
