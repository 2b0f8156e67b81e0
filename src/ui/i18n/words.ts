import type { Language } from '../../core/language.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/**
 * The words of the language that the page speaks now. Components read them when they render and keep none: after `speak`
 * the whole page renders anew.
 */
export let words: Messages = en;

export function speak(language: Language, next: Messages): void {
  words = next;
  document.documentElement.lang = language;
}
