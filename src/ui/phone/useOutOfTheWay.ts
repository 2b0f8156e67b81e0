import { useEffect, type RefObject } from 'react';

/** From here on a finger that draws is near, in CSS pixels. */
const NEAR = 56;

/** What lies over the stage goes away while something is drawn beside it, and comes back when that is over. */
export function useOutOfTheWay(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let drawing: number | undefined;
    const controller = new AbortController();
    const options = { signal: controller.signal, capture: true, passive: true };
    const move = (event: PointerEvent) => {
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
    window.addEventListener(
      'pointerdown',
      (event) => {
        const isCanvas = event.target instanceof Element && event.target.closest('[role=application], [role=img]');
        if (!isCanvas) return;
        drawing = event.pointerId;
        move(event);
      },
      options,
    );
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerup', end, options);
    window.addEventListener('pointercancel', end, options);
    return () => controller.abort();
  }, [element]);
}
