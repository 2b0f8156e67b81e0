import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PageState } from '../state/pageState.ts';
import type { Studio } from '../state/studio.ts';

const StudioContext = createContext<Studio | undefined>(undefined);

export const StudioProvider = StudioContext.Provider;

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('There is no studio around this component.');
  return studio;
}

/** A value of the state; the component renders again when it is another one. */
export function usePage<T>(selector: (state: PageState) => T): T {
  return useStore(useStudio().store, selector);
}
