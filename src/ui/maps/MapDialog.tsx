import { useState, type ReactElement } from 'react';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { takeMap } from '../../state/maps/mapActions.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { PictureProblem } from '../parts/PictureProblem.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './MapDialog.module.css';
import { MapFit } from './MapFit.tsx';
import { MapPreview } from './MapPreview.tsx';
import { ReadingChoice } from './ReadingChoice.tsx';
import { RegionList } from './RegionList.tsx';

/** Below this a convention knows too little of a map: a person may rather name its colours. */
const WELL_READ = 0.9;

/** What was understood of a map, and how it becomes the layout. */
export default function MapDialog(): ReactElement {
  const map = usePage((state) => state.mapImport);
  return (
    <Dialog heading={words.maps.heading} wide>
      {map?.phase === 'failed' && <PictureProblem problem={map.problem} another={words.maps.another} />}
      {map?.phase !== 'failed' && map && <ReadMap map={map} />}
    </Dialog>
  );
}

function ReadMap({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const [pointed, setPointed] = useState<number | undefined>();
  const busy = map.phase !== 'read';
  const { convention, exact, alternatives } = map;
  return (
    <div className={form.stack}>
      <MapPreview map={map} pointed={pointed} onPoint={setPointed} />
      <div className={styles.understood}>
        <div role="status">
          <p className={form.strong}>{words.maps.understood(map)}</p>
          <p className={form.note}>{words.maps.doubts(map)}</p>
        </div>
        {(alternatives.length > 0 || (convention !== undefined && exact < WELL_READ)) && (
          <div className={form.actions}>
            {convention !== undefined && exact < WELL_READ && (
              <Button disabled={busy} onClick={() => void studio.maps.readAs('unknown')}>
                {words.maps.nameThem}
              </Button>
            )}
            {alternatives.map((id) => (
              <Button key={id} kind="quiet" disabled={busy} onClick={() => void studio.maps.readAs(id)}>
                {words.maps.orRead(id)}
              </Button>
            ))}
          </div>
        )}
        <ReadingChoice map={map} />
      </div>
      <div className={form.columns}>
        <div className={form.column}>
          <RegionList regions={map.regions} pointed={pointed} onPoint={setPointed} />
        </div>
        <div className={form.column}>
          <MapFit map={map} />
          <div className={form.actions}>
            <Button kind="action" disabled={busy} onClick={() => void takeMap(studio, { paint: true })}>
              {words.maps.takeAndPaint}
            </Button>
            <Button disabled={busy} onClick={() => void takeMap(studio, { paint: false })}>
              {words.maps.take}
            </Button>
            <Button kind="quiet" onClick={() => void studio.opener.reopen('photograph')}>
              {words.maps.isPhotograph}
            </Button>
          </div>
          <p className={form.note} role="status">
            {words.maps.phase(map.phase)}
          </p>
        </div>
      </div>
    </div>
  );
}
