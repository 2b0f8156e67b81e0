import type { Language } from '../../core/language.ts';
import { en } from './en.ts';
import { wordsOf } from './languages.ts';
import type { Messages } from './messages.ts';

/**
 * The words of the language that the page speaks now. Components read them when they render and keep none: after `speak`
 * the whole page renders anew.
 */
export let words: Messages = en;

/** @throws TypeError if the words cannot be fetched; the page then speaks as before */
export async function speak(language: Language): Promise<void> {
  words = await wordsOf(language);
  document.documentElement.lang = language;
}
