import { useMemo } from 'react';
import { nameIn } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import { usePage } from '../StudioContext.tsx';

interface NamedMood {
  /** 0 any */
  readonly id: number;
  readonly name: string;
}

/** What the next picture may be painted in: any mood, and those of the bundle, in the page's language. */
export function useMoods(): readonly NamedMood[] {
  const moods = usePage(({ bundle }) => bundle.manifest?.moods);
  return useMemo(
    () => [
      { id: 0, name: words.settings.anyMood },
      ...(moods ?? []).map(({ id, name }) => ({ id, name: nameIn(words, name) })),
    ],
    [moods],
  );
}
