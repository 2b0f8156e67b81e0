/** The languages that the page has words for, as BCP 47 has them. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What a person chooses: a language, or the first of those that the browser asks for. */
export type LanguageChoice = Language | 'system';

/** @param preferred what the browser asks for, BCP 47, the most wanted first */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split('-');
    const language = LANGUAGES.find((one) => one === primary);
    if (language) return language;
  }
  return 'en';
}
