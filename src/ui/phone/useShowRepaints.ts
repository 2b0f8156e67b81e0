import { useEffect } from 'react';
import { listen } from '../../canvas/listen.ts';
import { showRepaints } from '../../state/view/showRepaints.ts';
import { useStudio } from '../StudioContext.tsx';

/** Shows what a repaint has made, on a phone and while no finger is on the screen. */
export function useShowRepaints(phone: boolean): void {
  const studio = useStudio();
  useEffect(() => {
    if (!phone) return undefined;
    const down = new Set<number>();
    const pointerdown = ({ pointerId }: PointerEvent) => down.add(pointerId);
    const over = ({ pointerId }: PointerEvent) => down.delete(pointerId);
    const forget = listen(window, { pointerdown, pointerup: over, pointercancel: over }, { capture: true });
    const stop = showRepaints(studio, () => down.size === 0);
    return () => {
      forget();
      stop();
    };
  }, [studio, phone]);
}
