import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of the page', () => {
  it('is the first that the browser asks for and the page has', () => {
    expect(languageOf('system', ['nl-BE', 'de-AT', 'fr'])).toBe('de');
    expect(languageOf('system', ['zh-Hant-TW', 'en'])).toBe('zh');
    expect(languageOf('system', ['JA'])).toBe('ja');
  });

  it('is English where the page has none of them', () => {
    expect(languageOf('system', ['nl', 'tlh'])).toBe('en');
    expect(languageOf('system', [])).toBe('en');
  });

  it('is what a person has chosen', () => {
    expect(languageOf('fr', ['de'])).toBe('fr');
  });
});
