import type { Locale } from '../../common/locale.js';

/** The language that most letters are of; null where neither is ahead, or there are no letters. */
export function languageOf(text: string): Locale | null {
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  const difference = letters(/\p{Script=Cyrillic}/gu) - letters(/\p{Script=Latin}/gu);
  if (difference === 0) return null;
  return difference > 0 ? 'ru' : 'en';
}
