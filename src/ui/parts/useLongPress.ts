import { useRef, type DOMAttributes } from 'react';

/** As long as that a finger rests for a menu on phones. Milliseconds. */
const LONG = 500;
/** A finger that moves farther scrolls. CSS pixels. */
const STILL = 10;

/**
 * What asks for a menu: a right click, the context menu key, or a finger that rests. iOS says `contextmenu` of no element, so a
 * finger is timed; where it is said as well, the menu is open already.
 */
export function useLongPress(): (open: (at: HTMLElement) => void) => DOMAttributes<HTMLElement> {
  const press = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number }>(
    undefined,
  );
  const stop = () => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  return (open) => ({
    onContextMenu(event) {
      event.preventDefault();
      stop();
      open(event.currentTarget);
    },
    onPointerDown({ pointerType, currentTarget, clientX: x, clientY: y }) {
      stop();
      if (pointerType === 'touch') press.current = { timer: setTimeout(() => open(currentTarget), LONG), x, y };
    },
    onPointerMove({ clientX, clientY }) {
      const { current } = press;
      if (current && Math.hypot(clientX - current.x, clientY - current.y) > STILL) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  });
}
