import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { ru } from './ru.js';

/** Words for failures, which English takes from the server. */
const SERVERS_OWN = /^bar\.problems\./;
/** Put together of what is given. */
const SAME = new Set(['page.named']);

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

describe('the texts of the digest', () => {
  it('are there in both languages, under the same keys', () => {
    const keys = (of: unknown) => own(of).map(([path]) => path);
    expect(keys(ru).sort()).toEqual(keys(en).sort());
    expect(keys(en).length).toBeGreaterThan(35);
  });

  it.each([
    ['en', en, /[A-Za-z]/],
    ['ru', ru, /[а-яё]/i],
  ] as const)('are of their language: %s', (_language, of, letters) =>
    expect(own(of).filter(([path, text]) => !SAME.has(path) && !letters.test(text))).toEqual([]),
  );

  it('have no Russian words in the English', () =>
    expect(texts(en).filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]));
});

describe('lines that are not shown', () => {
  it.each([
    [1, '1 more line not shown here.', 'Здесь не показано: ещё 1 строка.'],
    [3, '3 more lines not shown here.', 'Здесь не показано: ещё 3 строки.'],
    [50, '50 more lines not shown here.', 'Здесь не показано: ещё 50 строк.'],
  ])('%d', (n, ...told) => expect([en, ru].map(({ parts }) => parts.more(n, String(n)))).toEqual(told));
});
