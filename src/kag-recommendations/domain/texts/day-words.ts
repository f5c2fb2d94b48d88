import { startOfDay } from '../../../common/day.js';
import type { Locale } from '../../../common/locale.js';

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/** A day (`YYYY-MM-DD`) as people say it: 3 Dec, 3 декабря. */
export const dayWords = (locale: Locale, day: string): string => FORMATS[locale].format(startOfDay(day));
