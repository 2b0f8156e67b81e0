import type { ReactElement } from 'react';
import { setPage } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { Slider } from './parts/Slider.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** How strong the layout lies over the picture. */
export function OverlaySlider(): ReactElement {
  const studio = useStudio();
  const overlay = usePage((state) => state.overlay);
  return (
    <Slider
      inline
      label={words.picture.overlay}
      value={overlay}
      minimum={0}
      maximum={1}
      step={0.05}
      text={words.formats.share(overlay)}
      onChange={(next) => setPage(studio, { overlay: next })}
    />
  );
}
