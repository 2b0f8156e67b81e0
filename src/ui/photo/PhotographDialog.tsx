import type { ReactElement } from 'react';
import { cellCount } from '../../core/lattice.ts';
import { canRepaint } from '../../state/painting/possible.ts';
import { completePhotograph } from '../../state/photo/photographActions.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { CutPhotograph } from '../canvases/CutPhotograph.tsx';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { PictureProblem } from '../parts/PictureProblem.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { KeepOptions } from './KeepOptions.tsx';
import { LayoutOptions } from './LayoutOptions.tsx';
import { MoodOption } from './MoodOption.tsx';
import styles from './PhotographDialog.module.css';
import { PhotographPart } from './PhotographPart.tsx';

/** What is kept of a photograph, and how the rest of it is painted. */
export default function PhotographDialog(): ReactElement {
  const photograph = usePage((state) => state.photograph);
  return (
    <Dialog heading={words.photo.heading} wide>
      {photograph?.phase === 'failed' && <PictureProblem problem={photograph.problem} another={words.photo.another} />}
      {photograph?.phase === 'read' && <ReadDialog photograph={photograph} />}
    </Dialog>
  );
}

function ReadDialog({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const studio = useStudio();
  const repaints = usePage(canRepaint);
  const { name, width, height, firstFrame, kept, cut, lattice } = photograph;
  const cells = cellCount(lattice);
  return (
    <div className={form.columns}>
      <div className={form.column}>
        <div className={styles.stage}>
          <CutPhotograph photograph={photograph} />
        </div>
        <KeepOptions photograph={photograph} />
        <p className={form.strong} role="status">
          {words.photo.kept(kept, cells)}
        </p>
        <div className={form.actions}>
          <Button
            kind="action"
            disabled={!cut || kept === 0 || !repaints}
            onClick={() => void completePhotograph(studio)}
          >
            {kept === cells ? words.photo.take : words.photo.complete}
          </Button>
          <Button kind="quiet" onClick={() => void studio.opener.reopen('map')}>
            {words.photo.isMap}
          </Button>
        </div>
        <p className={form.note}>{repaints ? words.photo.note : words.settings.wholePictures}</p>
      </div>
      <div className={form.column}>
        <p className={form.note}>{`${name}, ${words.photo.size(width, height, firstFrame)}`}</p>
        <PhotographPart photograph={photograph} />
        <LayoutOptions photograph={photograph} />
        <MoodOption photograph={photograph} />
      </div>
    </div>
  );
}
