import { X } from 'lucide-react';
import { useId, useRef, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { IconButton } from '../parts/Button.tsx';
import type { PopoverTie } from '../parts/Popover.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly heading: string;
  readonly tie: PopoverTie;
  readonly children: ReactNode;
  /** Always in sight, however much there is above. */
  readonly foot: ReactNode;
}

/** Drawn down by so much it closes, in CSS pixels. */
const ENOUGH = 72;

/**
 * A panel that comes up from the lower edge of the screen. The browser opens it, closes it with Escape and a touch beside it,
 * and gives the focus back; it can be drawn down, too.
 */
export function Sheet({ heading, tie, children, foot }: SheetProps): ReactElement {
  const { anchor, panel, close } = tie;
  const id = useId();
  const from = useRef<number>(undefined);
  const drawn = ({ clientY }: PointerEvent) => Math.max(0, clientY - (from.current ?? clientY));
  const end = (event: PointerEvent) => {
    const isEnough = event.type === 'pointerup' && drawn(event) > ENOUGH;
    from.current = undefined;
    panel.current?.style.removeProperty('translate');
    if (isEnough) close();
  };
  return (
    <div
      id={anchor.popoverTarget}
      ref={panel}
      popover="auto"
      role="dialog"
      aria-labelledby={id}
      className={styles.sheet}
    >
      <header
        className={styles.head}
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('button')) return;
          from.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (from.current !== undefined) panel.current?.style.setProperty('translate', `0 ${drawn(event)}px`);
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <span className={styles.grip} aria-hidden />
        <h2 id={id}>{heading}</h2>
        <IconButton label={words.dialogs.close} icon={<X size={18} aria-hidden />} onClick={close} />
      </header>
      {/* Scrolled with the keyboard, too. */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  );
}
