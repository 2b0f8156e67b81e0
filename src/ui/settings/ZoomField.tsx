import type { ReactElement } from 'react';
import { ZOOMS, zoomOfSize } from '../../core/zoom.ts';
import { setZoom } from '../../state/settings/settingsActions.ts';
import { words } from '../i18n/words.ts';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import panel from './SettingsPanel.module.css';

/** How near the next picture is: what its size says, until someone wants another. */
export function ZoomField(): ReactElement {
  const studio = useStudio();
  const zoom = usePage((state) => state.zoom || zoomOfSize(state.lattice));
  return (
    <div className={panel.field}>
      <Slider
        label={words.settings.zoom}
        value={zoom}
        minimum={ZOOMS[0]}
        maximum={ZOOMS.length}
        text={words.settings.zoomValue(zoom)}
        onChange={(next) => setZoom(studio, next)}
      />
    </div>
  );
}
