import type { ReactElement } from 'react';
import { LayoutCanvas } from '../../canvas/LayoutCanvas.tsx';
import { usePage } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import type { CanvasProps } from './CanvasProps.ts';
import { usePainting } from './usePainting.ts';
import { useViewport } from './viewportContext.ts';

/** The canvas on which the layout is painted. */
export function PaintedLayout({ label, description }: CanvasProps): ReactElement {
  // The brush's outline is drawn when this renders.
  usePage((state) => state.tool);
  usePage((state) => state.brush);
  usePage((state) => state.mirrored);
  return (
    <LayoutCanvas
      {...usePainting()}
      viewport={useViewport()}
      palette={usePalette()}
      label={label}
      description={description}
    />
  );
}
