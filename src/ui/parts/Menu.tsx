import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Menu.module.css';
import { Popover, type PopoverTie } from './Popover.tsx';

interface MenuProps {
  readonly label: string;
  readonly tie: PopoverTie<HTMLElement>;
  readonly items: readonly {
    readonly label: string;
    readonly icon?: ReactNode;
    /** As they are printed on keys. */
    readonly keys?: string | undefined;
    readonly disabled?: boolean;
    /** Whether it is on, for what is one or the other. */
    readonly pressed?: boolean;
    /** It is about keys: left out where there are none. */
    readonly ofKeys?: boolean;
    readonly run: () => void;
  }[];
  readonly onToggle?: (open: boolean) => void;
  readonly children?: ReactNode;
}

/** Buttons in a panel. */
export function Menu({ label, tie, items, onToggle, children }: MenuProps): ReactElement {
  return (
    <Popover label={label} tie={tie} {...(onToggle && { onToggle })}>
      <ul className={styles.menu}>
        {items.map(({ label: name, icon, keys, disabled, pressed, ofKeys = false, run }) => (
          <li key={name} className={ofKeys ? 'of-keys' : undefined}>
            <Button
              kind="quiet"
              className={styles.item}
              icon={icon}
              disabled={disabled}
              aria-pressed={pressed}
              onClick={() => {
                tie.close();
                run();
              }}
            >
              <span>{name}</span>
              {pressed === true && <Check className={styles.check} size={16} aria-hidden />}
              {keys !== undefined && (
                <kbd className={`${styles.keys} of-keys`} aria-hidden>
                  {keys}
                </kbd>
              )}
            </Button>
          </li>
        ))}
      </ul>
      {children !== undefined && <div className={styles.part}>{children}</div>}
    </Popover>
  );
}
