import { useEffect } from 'react';
import { showRepaints } from '../../state/view/showRepaints.ts';
import { useStudio } from '../StudioContext.tsx';

/** Shows what a repaint has made, on a phone and while no finger is on the screen. */
export function useShowRepaints(phone: boolean): void {
  const studio = useStudio();
  useEffect(() => {
    if (!phone) return undefined;
    const down = new Set<number>();
    const controller = new AbortController();
    const options = { signal: controller.signal, capture: true };
    window.addEventListener('pointerdown', ({ pointerId }) => down.add(pointerId), options);
    for (const over of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(over, ({ pointerId }) => down.delete(pointerId), options);
    }
    const stop = showRepaints(studio, () => down.size === 0);
    return () => {
      controller.abort();
      stop();
    };
  }, [studio, phone]);
}
