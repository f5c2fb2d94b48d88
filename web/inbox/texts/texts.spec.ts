import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { ru } from './ru.js';

/** Words for failures, which English takes from the server. */
const SERVERS_OWN = /^bar\.problems\./;

/** Each text by its path, functions called with something to show. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...given: unknown[]) => string;
    return [[path, call(...Array<string>(call.length).fill('3'))]];
  }
  return Object.entries(value as object).flatMap(([key, one]) => texts(one, path === '' ? key : `${path}.${key}`));
}

const own = (of: unknown) => texts(of).filter(([path]) => !SERVERS_OWN.test(path));

describe('the texts of the inbox', () => {
  it('are there in both languages, under the same keys', () => {
    const keys = (of: unknown) => own(of).map(([path]) => path);
    expect(keys(ru).sort()).toEqual(keys(en).sort());
    expect(keys(en).length).toBeGreaterThan(100);
  });

  it.each([
    ['en', en, /[A-Za-z]/],
    ['ru', ru, /[а-яё]/i],
  ] as const)('are of their language: %s', (_language, of, letters) =>
    expect(own(of).filter(([, text]) => !letters.test(text))).toEqual([]),
  );

  it('have no Russian words in the English', () =>
    expect(texts(en).filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]));
});

describe('how much there is', () => {
  it.each([
    [1, '1 thing to do', 'К выполнению: 1 дело', 'Выбрана 1 рекомендация'],
    [2, '2 things to do', 'К выполнению: 2 дела', 'Выбрано 2 рекомендации'],
    [5, '5 things to do', 'К выполнению: 5 дел', 'Выбрано 5 рекомендаций'],
    [21, '21 things to do', 'К выполнению: 21 дело', 'Выбрана 21 рекомендация'],
  ])('%d', (n, english, russian, selected) =>
    expect([en.head.toDo(n, String(n)), ru.head.toDo(n, String(n)), ru.actions.selected(n, String(n))]).toEqual([
      english,
      russian,
      selected,
    ]),
  );
});
