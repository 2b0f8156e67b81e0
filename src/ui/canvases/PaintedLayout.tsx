import type { ReactElement } from 'react';
import { LayoutCanvas } from '../../canvas/LayoutCanvas.tsx';
import { words } from '../i18n/words.ts';
import { usePage } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import { usePainting } from './usePainting.ts';
import { useViewport } from './viewportContext.ts';

/** The canvas on which the layout is painted. */
export function PaintedLayout(): ReactElement {
  // The brush's outline is drawn when this renders.
  usePage((state) => state.tool);
  usePage((state) => state.brush);
  usePage((state) => state.mirrored);
  return (
    <LayoutCanvas
      {...usePainting()}
      viewport={useViewport()}
      palette={usePalette()}
      label={words.layout.canvas}
      description={words.layout.description}
    />
  );
}
