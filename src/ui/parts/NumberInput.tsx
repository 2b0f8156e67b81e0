import { useState, type ComponentProps, type ReactElement } from 'react';
import form from './Form.module.css';
import styles from './NumberInput.module.css';

interface NumberInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A field for a number: what is being typed is left alone until it is a number that can be. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="number"
      inputMode={rest.step === 1 ? 'numeric' : 'decimal'}
      className={`${form.input} ${styles.input}`}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value !== '' && target.validity.valid) onChange(target.valueAsNumber);
      }}
      onBlur={() => setTyped(undefined)}
      {...rest}
    />
  );
}
