import { X } from 'lucide-react';
import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { openDialog } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { NoticeBar } from '../NoticeBar.tsx';
import { useStudio } from '../StudioContext.tsx';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly heading: string;
  readonly wide?: boolean;
  /** Its head stays where it is while what is below it grows and shrinks. */
  readonly atTop?: boolean;
  /** What has the focus at first, in place of the sheet itself. */
  readonly first?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

const LeaveContext = createContext((): void => undefined);

/** Closes the dialog that one is in, and gives the focus back: before what opens another one. */
export function useLeave(): () => void {
  return useContext(LeaveContext);
}

/** A sheet over the page: open while it is rendered. The browser keeps the focus within and gives it back. */
export function Dialog({ heading, wide = false, atTop = false, first, children }: DialogProps): ReactElement {
  const studio = useStudio();
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const left = useRef(false);
  const pressedBeside = useRef(false);

  /** At once: the browser's own `close` event comes a task later, when another dialog may have been opened. */
  function leave(): void {
    if (left.current) return;
    left.current = true;
    // Gives the focus back, which taking the element away would not.
    dialog.current?.close();
    openDialog(studio, undefined);
  }

  useEffect(() => {
    // Not closed again when it goes: a `close` event would come after the next one has opened.
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    // The sheet itself is what one hears first, and not its button.
    (first?.current ?? dialog.current).focus();
  }, [first]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the backdrop is the dialog's own.
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles.dialog}
      data-wide={wide}
      data-at-top={atTop}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // A file field within sends one, too, when nothing was picked.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        leave();
      }}
      onClose={leave}
      onPointerDown={(event) => {
        pressedBeside.current = event.target === dialog.current;
      }}
      // What is pressed on the sheet and let go of beside it is a click on what both lie in, and not meant to leave.
      onClick={(event) => event.target === dialog.current && pressedBeside.current && leave()}
    >
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 id={headingId}>{heading}</h2>
          <IconButton label={words.dialogs.close} icon={<X size={18} aria-hidden />} onClick={leave} />
        </header>
        {/* Long sheets scroll with the keyboard, too. */}
        <div className={styles.body} tabIndex={0}>
          <LeaveContext value={leave}>{children}</LeaveContext>
        </div>
      </div>
      <NoticeBar />
    </dialog>
  );
}
