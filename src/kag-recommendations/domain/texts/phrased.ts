import { counted, type Forms } from '../../../common/counted.js';
import type { Locale } from '../../../common/locale.js';

/**
 * A phrase in the form that its number wants, with the number where `{n}` stands: its verb comes before it, or agrees.
 */
export const phrased = (locale: Locale, forms: Forms): ((n: number) => string) => {
  const count = counted(locale, forms);
  return (n) => {
    const [, number = '', phrase = ''] = /^(\S+) (.*)$/.exec(count(n)) ?? [];
    return phrase.replace('{n}', number);
  };
};
