import { useMemo, useState, type ReactElement } from 'react';
import { PictureCanvas } from '../../canvas/PictureCanvas.tsx';
import { Viewport } from '../../canvas/viewport.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';

/** The photograph that the dialog is about, with the cells that are kept marked. */
export function CutPhotograph({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { document: cut, kept } = useStudio().photographs;
  const [viewport] = useState(() => new Viewport(cut.layout));
  const { name, tool, brushSize: size } = photograph;
  const marking = useMemo(() => (tool === 'brush' ? { tool, size } : { tool }), [tool, size]);
  return (
    <PictureCanvas
      document={cut}
      viewport={viewport}
      palette={usePalette()}
      label={words.photo.canvas(name)}
      description={words.photo.description}
      region={kept}
      marking={marking}
      marksKept
      showFront={false}
    />
  );
}
