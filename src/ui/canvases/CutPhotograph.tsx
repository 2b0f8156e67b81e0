import { useMemo, useState, type ReactElement } from 'react';
import { PictureCanvas } from '../../canvas/PictureCanvas.tsx';
import { Viewport } from '../../canvas/viewport.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import type { CanvasProps } from './CanvasProps.ts';

/** The photograph that the dialog is about, with the cells that are kept marked. */
export function CutPhotograph({ label, description }: CanvasProps): ReactElement {
  const { document: cut, kept } = useStudio().photographs;
  const [viewport] = useState(() => new Viewport(cut.layout));
  const tool = usePage(({ photograph }) => (photograph?.phase === 'read' ? photograph.tool : 'brush'));
  const size = usePage(({ photograph }) => (photograph?.phase === 'read' ? photograph.brushSize : 1));
  const marking = useMemo(() => (tool === 'brush' ? { tool, size } : { tool }), [tool, size]);
  return (
    <PictureCanvas
      document={cut}
      viewport={viewport}
      palette={usePalette()}
      label={label}
      description={description}
      region={kept}
      marking={marking}
      marksKept
      showFront={false}
    />
  );
}
