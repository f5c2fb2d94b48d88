/** A number with its noun in the form that English wants. */
export const english = (count: number, text: string, one: string, many = `${one}s`): string =>
  `${text} ${count === 1 ? one : many}`;

const RULES = new Intl.PluralRules('ru');

/** A number with its noun in the form that Russian wants: 1 задача, 2 задачи, 5 задач. */
export function russian(count: number, text: string, one: string, few: string, many: string): string {
  const rule = RULES.select(count);
  const form = rule === 'one' ? one : rule === 'few' ? few : many;
  return `${text} ${form}`;
}
