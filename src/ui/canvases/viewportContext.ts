import { createContext, useContext } from 'react';
import type { Viewport } from '../../canvas/viewport.ts';

const ViewportContext = createContext<Viewport | undefined>(undefined);

export const ViewportProvider = ViewportContext.Provider;

/** The window that layout and picture share: what is zoomed on one is on the other, too. */
export function useViewport(): Viewport {
  const viewport = useContext(ViewportContext);
  if (!viewport) throw new Error('There is no viewport around this component.');
  return viewport;
}
