import type { Locale } from './locale.js';

export interface Forms {
  one: string;
  /** 2 to 4, 22 to 24 and so on: in Russian only. */
  few?: string;
  many: string;
  /** Of numbers that are not whole, where the language has a form for them. */
  part?: string;
}

/** A number with its noun in the form that the language wants. */
export function counted(locale: Locale, forms: Forms): (n: number) => string {
  const rules = new Intl.PluralRules(locale);
  return (n) => {
    const rule = rules.select(n);
    const whole = rule === 'one' ? forms.one : rule === 'few' ? (forms.few ?? forms.many) : forms.many;
    const form = Number.isInteger(n) ? whole : (forms.part ?? whole);
    return `${decimal(locale, n)} ${form}`;
  };
}

/** A number as the language writes it. */
export const decimal = (locale: Locale, n: number): string => {
  const text = String(n).replace('-', '−');
  return locale === 'ru' ? text.replace('.', ',') : text;
};
