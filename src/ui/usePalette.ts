import { useMemo } from 'react';
import { CLASSES, type LayoutClass } from '../core/classes.ts';
import { nameIn } from './i18n/messages.ts';
import { words } from './i18n/words.ts';
import { usePage } from './StudioContext.tsx';

/** The classes with the bundle's names and colours; the page's own until the manifest is there. */
export function usePalette(): readonly LayoutClass[] {
  const classes = usePage(({ bundle }) => bundle.manifest?.classes ?? CLASSES);
  return useMemo(() => classes.map((one) => ({ ...one, name: nameIn(words, one.name) })), [classes]);
}
