import { Brush, ChevronUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, isPossible, runCommand } from '../../state/commands.ts';
import { isRunning } from '../../state/painting/jobState.ts';
import { stepOf } from '../../state/settings/variety.ts';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON } from '../parts/Button.tsx';
import { usePopover } from '../parts/Popover.tsx';
import { useSizeInWords } from '../parts/useSizeInWords.ts';
import { MoodThumbnail } from '../settings/MoodThumbnail.tsx';
import { SettingsPanel } from '../settings/SettingsPanel.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { Sheet } from './Sheet.tsx';
import styles from './SettingsSheet.module.css';

/** How the next picture is painted, in short; all of it is on the sheet behind. */
export function SettingsSheet(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const lattice = usePage((state) => state.lattice);
  const settings = usePage((state) => state.settings);
  const mood = usePage(({ mood: chosen, bundle }) => bundle.manifest?.moods.find(({ id }) => id === chosen));
  const paintable = usePage((state) => isPossible(commandOf('paint'), state) && !isRunning(state.job));
  const inWords = useSizeInWords();
  const inShort = [mood && nameIn(words, mood.name), inWords(lattice), words.settings.varietyValue(stepOf(settings))];
  return (
    <>
      <button type="button" {...tie.anchor} className={styles.opener}>
        {mood && <MoodThumbnail mood={mood.id} />}
        <span className={styles.words}>
          <span className={styles.heading}>{words.settings.heading}</span>
          <span className={styles.short}>{inShort.filter(Boolean).join(' · ')}</span>
        </span>
        <ChevronUp {...ICON} />
      </button>
      <Sheet
        heading={words.settings.heading}
        tie={tie}
        foot={
          <Button
            kind="action"
            className={styles.paint}
            icon={<Brush size={16} aria-hidden />}
            disabled={!paintable}
            onClick={() => {
              tie.close();
              runCommand(studio, 'paint');
            }}
          >
            {words.job.paint}
          </Button>
        }
      >
        <SettingsPanel />
      </Sheet>
    </>
  );
}
