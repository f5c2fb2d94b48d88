import { startOfDay, type Span } from '../../../common/day.js';
import type { Locale } from '../../../common/locale.js';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/** A day as people say it: 3 December, 3 декабря. */
export const dayWords = (locale: Locale, day: string): string => FORMATS[locale].format(startOfDay(day));

/** Versions of Unicode's data differ in which spaces they put around a dash. */
const SPACES = /[\u00a0\u2009\u202f]/g;

/** One day, or the first and the last with a dash. */
export function spanWords(locale: Locale, { from, to }: Span): string {
  if (from === to) return dayWords(locale, to);
  return FORMATS[locale].formatRange(startOfDay(from), startOfDay(to)).replace(SPACES, ' ');
}
