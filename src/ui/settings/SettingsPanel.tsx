import type { ReactElement } from 'react';
import { capabilitiesOf } from '../../protocol/capabilities.ts';
import { usePage } from '../StudioContext.tsx';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import { usePhone } from '../phone/usePhone.ts';
import { FormatField } from './FormatField.tsx';
import { GuidanceField } from './GuidanceField.tsx';
import { MoodChoice } from './MoodChoice.tsx';
import { MoodField } from './MoodField.tsx';
import { SeedField } from './SeedField.tsx';
import styles from './SettingsPanel.module.css';
import { VarietyField } from './VarietyField.tsx';
import { ZoomField } from './ZoomField.tsx';

/** How the next picture is painted. */
export function SettingsPanel(): ReactElement {
  const phone = usePhone();
  const manifest = usePage(({ bundle }) => bundle.manifest);
  const { guidance, repaint, zoom } = capabilitiesOf(manifest);
  const hasMoods = manifest?.moods.length !== 0;
  return (
    <div className={styles.panel} role="group" aria-label={words.settings.heading}>
      {hasMoods && phone && <MoodChoice />}
      <div className={styles.fields}>
        {hasMoods && !phone && <MoodField />}
        {zoom && <ZoomField />}
        <FormatField />
        <SeedField />
        <VarietyField />
        {guidance && <GuidanceField />}
      </div>
      {!repaint && <p className={form.smallNote}>{words.settings.wholePictures}</p>}
    </div>
  );
}
