import type { Language } from '../../core/language.ts';
import { importAgain } from '../../io/importAgain.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** A language by its own name, as whoever speaks it looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  zh: '中文',
};

/** English is in the page; the others are fetched by those who read them. */
const WORDS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await importAgain(() => import('./de.ts'))).de,
  es: async () => (await importAgain(() => import('./es.ts'))).es,
  fr: async () => (await importAgain(() => import('./fr.ts'))).fr,
  ja: async () => (await importAgain(() => import('./ja.ts'))).ja,
  zh: async () => (await importAgain(() => import('./zh.ts'))).zh,
};

/** @throws TypeError if the words cannot be fetched */
export function wordsOf(language: Language): Promise<Messages> {
  return WORDS[language]();
}
