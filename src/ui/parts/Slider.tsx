import { useId, type CSSProperties, type ReactElement } from 'react';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  /** 1, if left out. */
  readonly step?: number;
  /** The value in words: seen beside the label and heard with it. */
  readonly text: string;
  readonly note?: string;
  /** In one line, without room to spare. */
  readonly inline?: boolean;
  readonly onChange: (value: number) => void;
  /** What the arrow keys do, where a step of the slider is not what one wants of them. */
  readonly onArrow?: (direction: 1 | -1) => void;
}

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };

/** A slider with its name, and its value in words. */
export function Slider(props: SliderProps): ReactElement {
  const { label, value, minimum, maximum, step = 1, text, note, inline = false, onChange, onArrow } = props;
  const id = useId();
  const share = (value - minimum) / (maximum - minimum);
  return (
    <div className={inline ? styles.inline : styles.slider}>
      <label htmlFor={id} className={inline ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <output htmlFor={id} className={styles.value}>
        {text}
      </output>
      <input
        id={id}
        type="range"
        className={`${styles.range} own-colors`}
        style={{ '--share': Math.min(1, Math.max(0, share)) } as CSSProperties}
        min={minimum}
        max={maximum}
        step={step}
        value={value}
        aria-valuetext={text}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          const direction = ARROWS[event.key];
          if (!onArrow || direction === undefined) return;
          event.preventDefault();
          onArrow(direction);
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
