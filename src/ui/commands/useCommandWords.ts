import { useEffect, useState } from 'react';
import type { CommandWords } from '../i18n/en/commandWords.ts';
import { usePage } from '../StudioContext.tsx';
import { commandWordsOf } from './commandWordsOf.ts';

/** The further words of the language that the page speaks, once they are here: commands are found by their names until then. */
export function useCommandWords(): CommandWords | undefined {
  const [found, setFound] = useState<CommandWords>();
  const language = usePage((state) => state.spoken);
  useEffect(() => {
    let isGone = false;
    void commandWordsOf(language).then(
      (table) => {
        if (!isGone) setFound(table);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [language]);
  return found;
}
