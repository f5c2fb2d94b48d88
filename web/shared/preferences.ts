import { LANGUAGES, preferredLanguage, type Language } from './language.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How a person wants the page; remembered by their browser. */
export interface Preferences {
  language: Language;
  theme: Theme;
  /** Whether the page looks for news by itself. */
  live: boolean;
}

/** As in shared/early-theme.ts, which runs before modules do. */
const KEYS = { language: 'kag.language', theme: 'kag.theme', live: 'kag.live' } as const;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** What is remembered; where that is nothing, or nothing known, the browser's language and the system's colours. */
export function readPreferences(storage: Kept | null, languages: readonly string[]): Preferences {
  const kept = (key: keyof typeof KEYS) => storage?.getItem(KEYS[key]) ?? null;
  return {
    language: LANGUAGES.find((one) => one === kept('language')) ?? preferredLanguage(languages),
    theme: THEMES.find((one) => one === kept('theme')) ?? 'system',
    live: kept('live') !== 'no',
  };
}

export function keepPreferences(storage: Kept | null, { language, theme, live }: Preferences): void {
  try {
    storage?.setItem(KEYS.language, language);
    storage?.setItem(KEYS.theme, theme);
    storage?.setItem(KEYS.live, live ? 'yes' : 'no');
  } catch {
    // A full or forbidden storage costs the memory of the choice, not the choice.
  }
}

/** The browser's storage; null where it is switched off, which shows as a throw. */
export function ownStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
