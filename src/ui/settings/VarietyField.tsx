import { SlidersHorizontal } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { setSampling, setVariety } from '../../state/settings/settingsActions.ts';
import { stepOf, VARIETY_STEPS } from '../../state/settings/variety.ts';
import { words } from '../i18n/words.ts';
import { IconButton } from '../parts/Button.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './VarietyField.module.css';

const DEFAULT_STEP = 2;

const ADVANCED = [
  { key: 'temperature', min: 0, max: 2, step: 0.05 },
  { key: 'topK', min: 1, max: 1024, step: 1 },
  { key: 'topP', min: 0.05, max: 1, step: 0.01 },
] as const;

/** One plain slider; behind it the three numbers that it stands for. */
export function VarietyField(): ReactElement {
  const studio = useStudio();
  const id = useId();
  const tie = usePopover();
  const settings = usePage((state) => state.settings);
  const codes = usePage(({ bundle }) => bundle.manifest?.codebook.codes);
  const step = stepOf(settings);
  return (
    <div className={styles.field}>
      <Slider
        label={words.settings.variety}
        value={step ?? DEFAULT_STEP}
        minimum={0}
        maximum={VARIETY_STEPS.length - 1}
        text={words.settings.varietyValue(step)}
        onChange={(next) => setVariety(studio, next)}
      />
      <IconButton
        {...tie.anchor}
        className={styles.more}
        tip="above end"
        label={words.settings.advanced}
        icon={<SlidersHorizontal size={16} aria-hidden />}
      />
      <Popover label={words.settings.advanced} tie={tie}>
        <div className={styles.advanced}>
          {ADVANCED.map(({ key, max, ...limits }) => (
            <div key={key}>
              <label htmlFor={`${id}-${key}`}>{words.settings[key]}</label>
              <NumberInput
                {...limits}
                id={`${id}-${key}`}
                max={key === 'topK' ? (codes ?? max) : max}
                value={settings[key]}
                aria-describedby={`${id}-${key}-note`}
                onChange={(next) => setSampling(studio, key, next)}
              />
              <p id={`${id}-${key}-note`}>{words.settings[`${key}Note`]}</p>
            </div>
          ))}
        </div>
      </Popover>
    </div>
  );
}
