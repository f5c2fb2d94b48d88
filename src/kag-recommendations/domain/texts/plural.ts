/** A number with its noun in the form that the language wants: `few` and `many` matter in Russian only. */
export function counted(
  locale: 'en' | 'ru',
  forms: { one: string; few?: string; many: string },
): (n: number) => string {
  const rules = new Intl.PluralRules(locale);
  return (n) => {
    const rule = rules.select(n);
    const form = rule === 'one' ? forms.one : rule === 'few' ? (forms.few ?? forms.many) : forms.many;
    return `${n} ${form}`;
  };
}
