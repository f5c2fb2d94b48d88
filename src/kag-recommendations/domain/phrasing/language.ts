import type { Locale } from '../../../common/locale.js';

export type { Locale };

const SCRIPT: Readonly<Record<Locale, RegExp>> = { en: /\p{Script=Latin}/gu, ru: /\p{Script=Cyrillic}/gu };
/** Words that hardly any English sentence does without, and other languages in Latin letters do not have. */
const ENGLISH = /\b(?:the|and|of|to|is|are|has|have|we|you|with|this|that|it)\b/i;
/** Letters that Russian does not have. */
const OTHER_CYRILLIC = /[іїєґўјљњћђџ]/iu;

/** Whether most letters are of the language's script; names may be of another one. */
export function inScript(text: string, locale: Locale): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = text.match(SCRIPT[locale])?.length ?? 0;
  return own * 2 > letters && !(locale === 'ru' && OTHER_CYRILLIC.test(text));
}

/** Whether a sentence is of the language, as far as its letters and smallest words tell. */
export const inLanguage = (text: string, locale: Locale): boolean =>
  inScript(text, locale) && (locale === 'ru' || ENGLISH.test(text));
