import { languageOf } from '../core/language.ts';
import { readHabit, writeHabit } from '../state/persistence.ts';
import type { PageState, PageStore } from '../state/pageState.ts';
import { wordsOf } from './i18n/languages.ts';
import { speak } from './i18n/words.ts';

/**
 * Keeps the page's words with the choice and with the browser.
 * @returns when the page speaks as it should for the first time; if those words cannot be fetched, it speaks English
 */
export async function followLanguage(store: PageStore): Promise<void> {
  store.setState({ language: readHabit('language') });
  window.addEventListener('languagechange', () => void follow(store, store.getState()));
  await follow(store, store.getState());
  store.subscribe((state, before) => {
    if (state.language === before.language) return;
    writeHabit('language', state.language);
    void follow(store, before);
  });
}

/** @param before what was chosen before, and is again if the words cannot be fetched */
async function follow(store: PageStore, { language: before }: Pick<PageState, 'language'>): Promise<void> {
  const { language: choice, spoken } = store.getState();
  const language = languageOf(choice, navigator.languages);
  if (language === spoken) return;
  // Another one may have been chosen while these words were fetched: then they come too late for anything.
  const isWanted = () => store.getState().language === choice;
  try {
    const next = await wordsOf(language);
    if (!isWanted()) return;
    speak(language, next);
    store.setState({ spoken: language });
  } catch {
    if (!isWanted()) return;
    store.setState({ language: before, notice: { kind: 'problem', problem: { code: 'part-unfetched' } } });
  }
}
