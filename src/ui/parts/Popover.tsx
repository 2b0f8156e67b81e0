import { useId, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import styles from './Popover.module.css';
import { stayAt } from './stayAt.ts';

/** Ties a button and its panel together: spread `anchor` on the one and give the whole to the other. */
export interface PopoverTie<Anchor extends HTMLElement = HTMLButtonElement> {
  readonly anchor: {
    readonly popoverTarget: string;
    readonly ref: RefObject<Anchor | null>;
    readonly 'aria-haspopup': 'dialog';
  };
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly close: () => void;
}

export function usePopover(): PopoverTie {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  return {
    anchor: { popoverTarget: id, ref, 'aria-haspopup': 'dialog' },
    panel,
    close: () => panel.current?.hidePopover(),
  };
}

interface PopoverProps {
  readonly label: string;
  readonly tie: PopoverTie<HTMLElement>;
  readonly className?: string | undefined;
  /** The page's keys stay at work while it is open. */
  readonly keepsKeys?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A small panel that stays at its button: the browser opens it, closes it and gives the focus back. */
export function Popover(props: PopoverProps): ReactElement {
  const { label, tie, className, keepsKeys = false, onToggle, children } = props;
  const { anchor, panel } = tie;
  const leave = useRef<() => void>(undefined);
  return (
    <div
      id={anchor.popoverTarget}
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={[styles.panel, className].join(' ')}
      data-keeps-keys={keepsKeys}
      // Before it is seen, or its button's tip would be for a moment, and the panel where it was last.
      onBeforeToggle={({ newState, currentTarget }) => {
        const opener = anchor.ref.current;
        leave.current?.();
        opener?.toggleAttribute('data-open', newState === 'open');
        if (newState === 'open' && opener) leave.current = stayAt(currentTarget, opener);
      }}
      onToggle={({ newState }) => onToggle?.(newState === 'open')}
    >
      {children}
    </div>
  );
}
