import type { ReactElement } from 'react';
import { capabilitiesOf } from '../../protocol/capabilities.ts';
import { usePage } from '../StudioContext.tsx';
import { words } from '../i18n/words.ts';
import { FormatField } from './FormatField.tsx';
import { GuidanceField } from './GuidanceField.tsx';
import { MoodPicker } from './MoodPicker.tsx';
import { SeedField } from './SeedField.tsx';
import styles from './SettingsPanel.module.css';
import { VarietyField } from './VarietyField.tsx';
import { ZoomField } from './ZoomField.tsx';

/** How the next picture is painted. */
export function SettingsPanel(): ReactElement {
  const manifest = usePage(({ bundle }) => bundle.manifest);
  const { guidance, repaint, zoom } = capabilitiesOf(manifest);
  const hasMoods = manifest?.moods.length !== 0;
  return (
    <div className={styles.panel} role="group" aria-label={words.settings.heading}>
      {(hasMoods || zoom) && (
        <div className={styles.whole}>
          {hasMoods && <MoodPicker />}
          {zoom && <ZoomField />}
        </div>
      )}
      <div className={styles.fields}>
        <FormatField />
        <SeedField />
        <VarietyField />
        {guidance && <GuidanceField />}
      </div>
      {!repaint && <p className={styles.note}>{words.settings.wholePictures}</p>}
    </div>
  );
}
