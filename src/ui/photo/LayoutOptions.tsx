import type { ReactElement } from 'react';
import { PHOTOGRAPH_LAYOUTS, type ReadPhotograph } from '../../state/photo/photographImport.ts';
import { en } from '../i18n/en.ts';
import { Segments } from '../parts/Segments.tsx';
import { useStudio } from '../StudioContext.tsx';

const { photo: words } = en;

/** What the rest of the photograph is painted from. */
export function LayoutOptions({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  return (
    <Segments
      legend={words.layout}
      name="photograph-layout"
      value={photograph.layout}
      options={PHOTOGRAPH_LAYOUTS.map((layout) => ({ value: layout, label: words.layouts(layout) }))}
      onChange={(layout) => photographs.setLayout(layout)}
    />
  );
}
