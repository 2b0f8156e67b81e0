import type { ReactElement } from 'react';
import { fittingGuidance, isDistilled } from '../../protocol/capabilities.ts';
import { GUIDANCE, setSampling } from '../../state/settingsActions.ts';
import { en } from '../i18n/en.ts';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import panel from './SettingsPanel.module.css';

export function GuidanceField(): ReactElement {
  const studio = useStudio();
  const isFree = usePage(({ bundle }) => isDistilled(bundle.manifest));
  const guidance = usePage(({ settings, bundle }) => fittingGuidance(bundle.manifest, settings.guidance));
  return (
    <div className={panel.field}>
      <Slider
        label={en.settings.guidance}
        value={guidance}
        minimum={GUIDANCE.minimum}
        maximum={GUIDANCE.maximum}
        step={GUIDANCE.step}
        text={en.settings.guidanceValue(guidance)}
        {...(!isFree && { note: en.settings.guidanceNote })}
        onChange={(next) => setSampling(studio, 'guidance', next)}
      />
    </div>
  );
}
