import type { ReactElement } from 'react';
import { CONVENTION_IDS } from '../../core/conventions/convention.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { takeMap } from '../../state/maps/mapActions.ts';
import { readAsPhotograph } from '../../state/photo/photographActions.ts';
import { pickAndOpen } from '../../state/openFiles.ts';
import { en } from '../i18n/en.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import styles from '../parts/Form.module.css';
import { Select } from '../parts/Select.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { MapFit } from './MapFit.tsx';
import { MapPreview } from './MapPreview.tsx';
import { RegionList } from './RegionList.tsx';

const { maps: words } = en;

/** What was understood of a map, and how it becomes the layout. */
export default function MapDialog(): ReactElement {
  const studio = useStudio();
  const map = usePage((state) => state.mapImport);
  return (
    <Dialog heading={words.heading} wide>
      {map?.phase === 'reading' && <p role="status">{words.reading(map.name)}</p>}
      {map?.phase === 'failed' && (
        <div className={styles.failed}>
          <p role="alert">{map.sentence}</p>
          <div className={styles.actions}>
            <Button onClick={() => void pickAndOpen(studio)}>{words.another}</Button>
            <Button kind="quiet" onClick={() => void readAsPhotograph(studio)}>
              {words.isPhotograph}
            </Button>
          </div>
        </div>
      )}
      {(map?.phase === 'read' || map?.phase === 'taking') && <ReadMap map={map} />}
    </Dialog>
  );
}

function ReadMap({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const busy = map.phase === 'taking';
  const doubts = words.doubts(map);
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <MapPreview map={map} />
        <MapFit map={map} />
      </div>
      <div className={styles.column}>
        <div role="status">
          <p className={styles.strong}>{words.understood(map)}</p>
          {doubts !== '' && <p className={styles.note}>{doubts}</p>}
        </div>
        <Select
          label={words.readAs}
          value={map.convention ?? 'unknown'}
          options={[
            { value: 'unknown', label: words.unknown },
            ...CONVENTION_IDS.map((id) => ({ value: id, label: words.convention(id) })),
          ]}
          onChange={(convention) => void studio.maps.readAs(convention)}
        />
        <RegionList regions={map.regions} />
        <div className={styles.actions}>
          <Button kind="action" disabled={busy} onClick={() => void takeMap(studio, { paint: true })}>
            {words.takeAndPaint}
          </Button>
          <Button disabled={busy} onClick={() => void takeMap(studio, { paint: false })}>
            {words.take}
          </Button>
          <Button kind="quiet" onClick={() => void readAsPhotograph(studio)}>
            {words.isPhotograph}
          </Button>
        </div>
        <p className={styles.note} role="status">
          {busy ? words.taking : words.undoNote}
        </p>
      </div>
    </div>
  );
}
