import type { ComponentProps, ReactElement, ReactNode } from 'react';
import styles from './Button.module.css';

/** How large the picture of most buttons is. */
export const ICON = { size: 17, 'aria-hidden': true } as const;

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: 'plain' | 'quiet' | 'action';
  readonly icon?: ReactNode;
}

/** A button with words. */
export function Button({ kind = 'plain', icon, children, className, ...rest }: ButtonProps): ReactElement {
  return (
    <button type="button" className={[styles.button, styles[kind], className].join(' ')} {...rest}>
      {icon}
      {/* A text beside an icon is an element of its own: a browser that translates the page replaces texts. */}
      {typeof children === 'string' ? <span>{children}</span> : children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys as they are printed, for the tip. */
  readonly keyHint?: string | undefined;
  /** Where the tip fits: `below end` at a right edge. */
  readonly tip?: 'above' | 'below' | 'above end' | 'below start' | 'below end';
}

/** A button with a picture: its name is heard, and shown where the pointer rests. */
export function IconButton({ label, icon, keyHint, tip = 'below', className, ...rest }: IconButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={[styles.button, styles.icon, 'has-tip', className].join(' ')}
      aria-label={label}
      data-tip={keyHint === undefined ? label : `${label}  ${keyHint}`}
      data-tip-side={tip.split(' ')[0]}
      data-tip-align={tip.split(' ')[1]}
      {...rest}
    >
      {icon}
    </button>
  );
}
