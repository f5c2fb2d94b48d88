import { describe, expect, it } from '@jest/globals';
import { preferredLanguage } from './language.js';
import { keepPreferences, readPreferences } from './preferences.js';

function storage(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

describe('what a person prefers', () => {
  it.each([
    [['ru-RU', 'en'], 'ru'],
    [['de-DE', 'RU'], 'ru'],
    [['en-GB', 'ru'], 'en'],
    [['de'], 'en'],
    [[], 'en'],
  ])('is the browser’s language, of %p: %s', (languages, language) => {
    expect(preferredLanguage(languages)).toBe(language);
    expect(readPreferences(storage(), languages)).toEqual({ language, theme: 'system', live: true });
  });

  it('is remembered once chosen', () => {
    const kept = storage();
    keepPreferences(kept, { language: 'ru', theme: 'dark', live: false });
    expect(readPreferences(kept, ['en'])).toEqual({ language: 'ru', theme: 'dark', live: false });
  });

  it('is nothing unheard of, and needs no storage', () => {
    const kept = storage({ 'kag.language': 'xx', 'kag.theme': 'pink', 'kag.live': '?' });
    expect(readPreferences(kept, ['ru'])).toEqual({ language: 'ru', theme: 'system', live: true });
    expect(readPreferences(null, ['ru']).language).toBe('ru');
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepPreferences(full, { language: 'en', theme: 'dark', live: true })).not.toThrow();
  });
});
