import type { Language } from '../../core/language.ts';
import type { CommandWords } from '../i18n/en/commandWords.ts';

const TABLES: Readonly<Record<Language, () => Promise<{ readonly commandWords: CommandWords }>>> = {
  en: () => import('../i18n/en/commandWords.ts'),
  de: () => import('../i18n/de/commandWords.ts'),
  es: () => import('../i18n/es/commandWords.ts'),
  fr: () => import('../i18n/fr/commandWords.ts'),
  ja: () => import('../i18n/ja/commandWords.ts'),
  zh: () => import('../i18n/zh/commandWords.ts'),
};

/** @throws TypeError if they cannot be fetched */
export async function commandWordsOf(language: Language): Promise<CommandWords> {
  return (await TABLES[language]()).commandWords;
}
