import { useState, type ReactElement } from 'react';
import form from './Form.module.css';
import styles from './NumberInput.module.css';

interface NumberInputProps {
  readonly id: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly describedBy?: string;
  readonly onChange: (value: number) => void;
}

/** A field for a number: what is being typed is left alone until it is a number that can be. */
export function NumberInput({
  id,
  value,
  minimum,
  maximum,
  step,
  describedBy,
  onChange,
}: NumberInputProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      id={id}
      type="number"
      inputMode={step === 1 ? 'numeric' : 'decimal'}
      className={`${form.input} ${styles.input}`}
      min={minimum}
      max={maximum}
      step={step}
      value={typed ?? value}
      aria-describedby={describedBy}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== '' && target.validity.valid) onChange(target.valueAsNumber);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
