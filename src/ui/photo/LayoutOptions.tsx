import type { ReactElement } from 'react';
import { segmenterOf } from '../../protocol/manifest.ts';
import { takePhotographLayout } from '../../state/photo/photographActions.ts';
import { PHOTOGRAPH_LAYOUTS, type ReadPhotograph } from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Segments } from '../parts/Segments.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';

/** What the rest of the photograph is painted from; its own layout, where the model can find it. */
export function LayoutOptions({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const studio = useStudio();
  const segments = usePage(({ bundle }) => segmenterOf(bundle.manifest) !== undefined);
  const layouts = PHOTOGRAPH_LAYOUTS.filter((layout) => layout !== 'own' || segments);
  return (
    <div className={form.field}>
      <Segments
        legend={words.photo.layout}
        name="photograph-layout"
        value={photograph.layout}
        options={layouts.map((layout) => ({ value: layout, label: words.photo.layouts(layout) }))}
        onChange={(layout) => studio.photographs.setLayout(layout)}
      />
      {segments && (
        <div className={form.actions}>
          <Button kind="quiet" disabled={!photograph.cut} onClick={() => void takePhotographLayout(studio)}>
            {words.photo.layoutOnly}
          </Button>
        </div>
      )}
    </div>
  );
}
