import { Dices, Lock, LockOpen } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { SEED_MAXIMUM, setSeed } from '../../state/settings/settingsActions.ts';
import { words } from '../i18n/words.ts';
import { ICON } from '../parts/Button.tsx';
import { CommandButton } from '../parts/CommandButton.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './SeedField.module.css';
import panel from './SettingsPanel.module.css';

export function SeedField(): ReactElement {
  const studio = useStudio();
  const id = useId();
  const seed = usePage((state) => state.settings.seed);
  const locked = usePage((state) => state.seedLocked);
  return (
    <div className={panel.field}>
      <label htmlFor={id} className={panel.label} title={words.settings.seedNote(locked)}>
        {words.settings.seed}
      </label>
      <div className={styles.row}>
        <NumberInput
          id={id}
          value={seed}
          min={0}
          max={SEED_MAXIMUM}
          step={1}
          onChange={(next) => setSeed(studio, next)}
        />
        <CommandButton tip="above end" command="roll-seed" icon={<Dices {...ICON} />} />
        <CommandButton
          tip="above end"
          command="lock-seed"
          pressed={locked}
          icon={locked ? <Lock size={16} aria-hidden /> : <LockOpen size={16} aria-hidden />}
        />
      </div>
    </div>
  );
}
