import type { ReactElement } from 'react';
import { en } from '../i18n/en.ts';
import { FormatField } from './FormatField.tsx';
import { GuidanceField } from './GuidanceField.tsx';
import { MoodPicker } from './MoodPicker.tsx';
import { SeedField } from './SeedField.tsx';
import styles from './SettingsPanel.module.css';
import { VarietyField } from './VarietyField.tsx';

/** How the next picture is painted. */
export function SettingsPanel(): ReactElement {
  return (
    <div className={styles.panel} role="group" aria-label={en.settings.heading}>
      <MoodPicker />
      <div className={styles.fields}>
        <FormatField />
        <SeedField />
        <VarietyField />
        <GuidanceField />
      </div>
    </div>
  );
}
