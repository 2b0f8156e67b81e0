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
    readonly keys?: string;
    readonly disabled?: boolean;
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
        {items.map(({ label: name, icon, keys, disabled, run }) => (
          <li key={name}>
            <Button
              kind="quiet"
              className={styles.item ?? ''}
              icon={icon}
              disabled={disabled}
              onClick={() => {
                tie.close();
                run();
              }}
            >
              <span>{name}</span>
              {keys !== undefined && (
                <kbd className={styles.keys} aria-hidden>
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
