import { CLASSES, type LayoutClass } from '../core/classes.ts';
import { usePage } from './StudioContext.tsx';

/** The classes with the bundle's names and colours; the page's own until the manifest is there. */
export function usePalette(): readonly LayoutClass[] {
  return usePage(({ bundle }) => bundle.manifest?.classes ?? CLASSES);
}
