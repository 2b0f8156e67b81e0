import { Check, Grid3x3 } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { isRunning } from '../../state/painting/jobState.ts';
import { measurementOf, QUANTITIES } from '../../state/measurement/measurement.ts';
import { setMeasurement, setMeasuring } from '../../state/measurement/measurementActions.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import panel from '../parts/Panel.module.css';
import { Segments } from '../parts/Segments.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { ColorLegend } from './ColorLegend.tsx';
import styles from './MeasurementPanel.module.css';

/** What the colours over the picture mean, and what is measured of the cell that is looked at. */
export default function MeasurementPanel(): ReactElement {
  const studio = useStudio();
  const noteId = useId();
  const { quantity, available, follow } = usePage((state) => state.measurement);
  return (
    <section className={panel.panel} aria-label={words.measurement.heading}>
      <div className={panel.row}>
        <Segments
          legend={words.measurement.quantity}
          name="quantity"
          look="framed"
          value={quantity}
          options={QUANTITIES.map((value) => ({ value, label: words.measurement.quantities[value] }))}
          onChange={(next) => setMeasurement(studio, { quantity: next })}
        />
        <ColorLegend quantity={quantity} />
        <Button
          kind="quiet"
          className={panel.done}
          icon={<Check {...ICON} />}
          onClick={() => setMeasuring(studio, false)}
        >
          {words.measurement.done}
        </Button>
      </div>
      <p className={form.smallNote}>{words.measurement.note[quantity]}</p>
      <div className={panel.row}>{available ? <CellLine /> : <Missing />}</div>
      <div className={panel.row}>
        <label className={form.check}>
          <input
            type="checkbox"
            checked={follow}
            aria-describedby={noteId}
            onChange={({ target }) => setMeasurement(studio, { follow: target.checked })}
          />
          <span>{words.measurement.follow}</span>
        </label>
        <span id={noteId} className={form.smallNote}>
          {words.measurement.followNote}
        </span>
      </div>
    </section>
  );
}

/** The numbers of the cell that is looked at, in words: colours alone say too little. */
function CellLine(): ReactElement {
  const { measurer } = useStudio();
  const cell = usePage((state) => state.measurement.cell);
  const measured = measurer.current && cell !== undefined ? measurementOf(measurer.current, cell) : undefined;
  return (
    <output className={styles.numbers}>
      {measured
        ? words.measurement.numbers(
            words.measurement.place(measured.row, measured.column),
            measured.entropy,
            measured.surprise,
            measured.probability,
          )
        : words.measurement.hint}
    </output>
  );
}

/** No numbers are there of the picture as it is. */
function Missing(): ReactElement {
  const { measurer } = useStudio();
  const running = usePage((state) => isRunning(state.job));
  const measuring = usePage(({ job }) => isRunning(job) && 'purpose' in job && job.purpose === 'measure');
  return (
    <>
      <span className={styles.numbers}>{measuring ? words.measurement.measuring : words.measurement.stale}</span>
      {!measuring && (
        <Button icon={<Grid3x3 {...ICON} />} disabled={running} onClick={() => void measurer.measure()}>
          {words.measurement.measure}
        </Button>
      )}
    </>
  );
}
