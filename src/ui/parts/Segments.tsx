import type { ReactElement, ReactNode } from 'react';
import { ariaKeys, keyText } from '../keyNames.ts';
import choice from './Choice.module.css';
import styles from './Segments.module.css';

interface SegmentsProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  /** In a frame under their legend, in a frame alone, or as bare as icon buttons. */
  readonly look?: 'titled' | 'framed' | 'bare';
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly icon?: ReactNode;
    readonly keys?: readonly string[];
  }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons, so arrows move between them. */
export function Segments<T extends string>(props: SegmentsProps<T>): ReactElement {
  const { legend, name, look = 'titled', value, options, onChange } = props;
  return (
    <fieldset>
      <legend className={look === 'titled' ? styles.legend : 'visually-hidden'}>{legend}</legend>
      <div className={styles.row} data-look={look}>
        {options.map(({ value: one, label, icon, keys = [] }) => (
          <label
            key={one}
            className={[styles.option, icon !== undefined && 'has-tip'].join(' ')}
            data-tip={icon === undefined ? undefined : [label, keys[0] && keyText(keys[0])].filter(Boolean).join('  ')}
          >
            <input
              type="radio"
              className={choice.input}
              name={name}
              checked={one === value}
              aria-label={label}
              aria-keyshortcuts={ariaKeys(keys)}
              onChange={() => onChange(one)}
            />
            <span className={styles.face}>{icon ?? label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
