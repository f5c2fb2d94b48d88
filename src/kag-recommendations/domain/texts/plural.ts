import type { Locale } from '../../../common/locale.js';

/** Forms of a phrase with a number: `few` and `many` matter in Russian only. */
export interface Forms {
  one: string;
  few?: string;
  many: string;
}

/** A phrase in the form that its number wants, with the number where `{n}` stands. */
export function phrased(locale: Locale, forms: Forms): (n: number) => string {
  const rules = new Intl.PluralRules(locale);
  return (n) => {
    const rule = rules.select(n);
    const form = rule === 'one' ? forms.one : rule === 'few' ? (forms.few ?? forms.many) : forms.many;
    return form.replace('{n}', String(n));
  };
}

/** A number with its noun. */
export const counted = (locale: Locale, { one, few, many }: Forms): ((n: number) => string) =>
  phrased(locale, { one: `{n} ${one}`, few: `{n} ${few ?? many}`, many: `{n} ${many}` });
