import { Grid3x3, PaintbrushVertical } from 'lucide-react';
import type { ReactElement } from 'react';
import { ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { ExtendMenu } from './region/ExtendMenu.tsx';
import { usePage } from './StudioContext.tsx';

/** What is done with parts of the picture: repainting, measuring, extending them. */
export function PartTools(): ReactElement {
  const marking = usePage((state) => state.marking);
  const measuring = usePage((state) => state.measurement.open);
  return (
    <>
      <CommandButton tip="below start" command="mark" pressed={marking} icon={<PaintbrushVertical {...ICON} />} />
      <CommandButton tip="below start" command="measure" pressed={measuring} icon={<Grid3x3 {...ICON} />} />
      <ExtendMenu />
    </>
  );
}
