import { useEffect, useRef, type RefObject } from 'react';
import { listen } from '../canvas/listen.ts';
import { setPage } from '../state/view/toolActions.ts';
import { usePage, useStudio } from './StudioContext.tsx';

/**
 * Gives an element the whole screen while the state says so: the browser's own way where there is one, else, as on
 * telephones, the whole page (the element's style does that). Escape leaves it either way.
 */
export function useFullScreen(): {
  readonly stage: RefObject<HTMLDivElement | null>;
  /** What of it the canvas has. */
  readonly ground: RefObject<HTMLDivElement | null>;
  readonly fullScreen: boolean;
} {
  const studio = useStudio();
  const stage = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const fullScreen = usePage((state) => state.fullScreen);

  useEffect(() => {
    if (!fullScreen) return undefined;
    const leave = () => setPage(studio, { fullScreen: false });
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape stops a job, too.
      event.stopPropagation();
      leave();
    };
    const fullscreenchange = () => document.fullscreenElement ?? leave();
    const stop = listen(window, { keydown, fullscreenchange }, { capture: true });
    const { document: painted, viewport } = studio;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      // The layout's canvas is as small as before: what fits both would be small, too.
      viewport.fit();
      viewport.setZoom(Math.min(width / painted.layout.width, height / painted.layout.height));
    });
    if (ground.current) observer.observe(ground.current);
    stage.current?.requestFullscreen?.().catch(() => undefined);
    return () => {
      stop();
      observer.disconnect();
      viewport.fit();
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
    };
  }, [studio, fullScreen]);

  return { stage, ground, fullScreen };
}
