import type { ReactElement } from 'react';
import { fittingGuidance, isDistilled } from '../../protocol/capabilities.ts';
import { GUIDANCE, setSampling } from '../../state/settings/settingsActions.ts';
import { words } from '../i18n/words.ts';
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
        label={words.settings.guidance}
        value={guidance}
        {...GUIDANCE}
        text={words.settings.guidanceValue(guidance)}
        {...(!isFree && { note: words.settings.guidanceNote })}
        onChange={(next) => setSampling(studio, 'guidance', next)}
      />
    </div>
  );
}
