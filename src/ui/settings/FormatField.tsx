import { ChevronDown, Minus, Plus } from 'lucide-react';
import { useId, type CSSProperties, type ReactElement } from 'react';
import { sameLattice } from '../../core/lattice.ts';
import { changeFormat } from '../../state/work/documentActions.ts';
import { cellPixelsNow, FORMATS, sidesFor } from '../../state/settings/formats.ts';
import { words } from '../i18n/words.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Popover, usePopover } from '../parts/Popover.tsx';
import { useSizeInWords } from '../parts/useSizeInWords.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './FormatField.module.css';
import panel from './SettingsPanel.module.css';

export function FormatField(): ReactElement {
  const id = useId();
  const tie = usePopover();
  const lattice = usePage((state) => state.lattice);
  const inWords = useSizeInWords();
  return (
    <div className={panel.field}>
      <span id={id} className={panel.label}>
        {words.settings.format}
      </span>
      <Button {...tie.anchor} id={`${id}-value`} className={styles.button} aria-labelledby={`${id} ${id}-value`}>
        <span>{inWords(lattice)}</span>
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover label={words.settings.format} tie={tie}>
        <FormatPanel close={tie.close} />
      </Popover>
    </div>
  );
}

function FormatPanel({ close }: { readonly close: () => void }): ReactElement {
  const studio = useStudio();
  const lattice = usePage((state) => state.lattice);
  const inWords = useSizeInWords();
  const limits = usePage(({ bundle }) => bundle.manifest?.lattice);
  return (
    <div className={styles.panel}>
      <div className={styles.presets} role="group" aria-label={words.settings.presets}>
        {FORMATS.map((format) => (
          <button
            key={inWords(format)}
            type="button"
            className={styles.preset}
            aria-pressed={sameLattice(format, lattice)}
            onClick={() => {
              changeFormat(studio, format);
              close();
            }}
          >
            <span className={styles.frame}>
              <span style={{ '--columns': format.columns, '--rows': format.rows } as CSSProperties} />
            </span>
            <span>{inWords(format)}</span>
          </button>
        ))}
      </div>
      <Stepper
        label={words.settings.width}
        value={lattice.columns}
        sides={sidesFor(lattice.rows, limits)}
        onChange={(columns) => changeFormat(studio, { ...lattice, columns })}
      />
      <Stepper
        label={words.settings.height}
        value={lattice.rows}
        sides={sidesFor(lattice.columns, limits)}
        onChange={(rows) => changeFormat(studio, { ...lattice, rows })}
      />
      <p className={form.smallNote}>{words.settings.formatNote}</p>
    </div>
  );
}

interface StepperProps {
  readonly label: string;
  readonly value: number;
  /** What it can be, in cells, rising. */
  readonly sides: readonly number[];
  readonly onChange: (side: number) => void;
}

function Stepper({ label, value, sides, onChange }: StepperProps): ReactElement {
  const id = useId();
  const cellPixels = usePage(cellPixelsNow);
  const smaller = sides.findLast((side) => side < value);
  const larger = sides.find((side) => side > value);
  return (
    <div className={styles.stepper}>
      <label htmlFor={id}>{label}</label>
      <IconButton
        label={words.settings.less(label)}
        icon={<Minus size={16} aria-hidden />}
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && onChange(smaller)}
      />
      <select id={id} className={styles.select} value={value} onChange={({ target }) => onChange(Number(target.value))}>
        {sides.map((side) => (
          <option key={side} value={side}>
            {side * cellPixels}
          </option>
        ))}
      </select>
      <IconButton
        // In the middle it would lie beside the panel, which would scroll to it.
        tip="below end"
        label={words.settings.more(label)}
        icon={<Plus size={16} aria-hidden />}
        disabled={larger === undefined}
        onClick={() => larger !== undefined && onChange(larger)}
      />
    </div>
  );
}
