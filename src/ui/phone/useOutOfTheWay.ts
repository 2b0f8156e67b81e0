import { useEffect, type RefObject } from 'react';
import { listen } from '../../canvas/listen.ts';

/** From here on a finger that draws is near, in CSS pixels. */
const NEAR = 56;

/** What lies over the stage goes away while something is drawn beside it, and comes back when that is over. */
export function useOutOfTheWay(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let drawing: number | undefined;
    const pointermove = (event: PointerEvent) => {
      if (event.pointerId !== drawing || !element.current) return;
      const { left, right, top, bottom } = element.current.getBoundingClientRect();
      const across = Math.max(left - event.clientX, 0, event.clientX - right);
      const down = Math.max(top - event.clientY, 0, event.clientY - bottom);
      element.current.toggleAttribute('data-away', Math.hypot(across, down) < NEAR);
    };
    const end = ({ pointerId }: PointerEvent) => {
      if (pointerId !== drawing) return;
      drawing = undefined;
      element.current?.removeAttribute('data-away');
    };
    const pointerdown = (event: PointerEvent) => {
      const isCanvas = event.target instanceof Element && event.target.closest('[role=application], [role=img]');
      if (!isCanvas) return;
      drawing = event.pointerId;
      pointermove(event);
    };
    const listeners = { pointerdown, pointermove, pointerup: end, pointercancel: end };
    return listen(window, listeners, { capture: true, passive: true });
  }, [element]);
}
