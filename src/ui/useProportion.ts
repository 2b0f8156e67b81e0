import type { CSSProperties } from 'react';
import { usePage } from './StudioContext.tsx';

/** The picture's height for its width, for stylesheets. */
export function useProportion(): CSSProperties {
  const proportion = usePage(({ lattice }) => lattice.rows / lattice.columns);
  return { '--proportion': proportion } as CSSProperties;
}
