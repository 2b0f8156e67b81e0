import { useId, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import styles from './Popover.module.css';

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
  readonly className?: string;
  /** The page's keys stay at work while it is open. */
  readonly keepsKeys?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A small panel at its button: the browser opens it, closes it and gives the focus back. */
export function Popover(props: PopoverProps): ReactElement {
  const { label, tie, className, keepsKeys = false, onToggle, children } = props;
  const { anchor, panel } = tie;
  return (
    <div
      id={anchor.popoverTarget}
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={[styles.panel, className].join(' ')}
      data-keeps-keys={keepsKeys}
      onToggle={({ newState, currentTarget }) => {
        anchor.ref.current?.toggleAttribute('data-open', newState === 'open');
        if (newState === 'open' && anchor.ref.current) place(currentTarget, anchor.ref.current);
        onToggle?.(newState === 'open');
      }}
    >
      {children}
    </div>
  );
}

/** CSS pixels between the panel and the window's edges. */
const MARGIN = 8;
const GAP = 4;

/** Below the button if there is room, else above; always within the window. */
function place(panel: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + GAP;
  const top = below + height + MARGIN <= window.innerHeight ? below : Math.max(MARGIN, at.top - GAP - height);
  const aligned = at.left + at.right > window.innerWidth ? at.right - width : at.left;
  const left = Math.min(Math.max(MARGIN, aligned), window.innerWidth - width - MARGIN);
  panel.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}
