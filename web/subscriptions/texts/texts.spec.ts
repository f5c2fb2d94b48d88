import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { ru } from './ru.js';

/** Words for failures, which English takes from the server. */
const SERVERS_OWN = /^(?:bar|form)\.problems(?:\.|$)/;
/** Names that are the same in any language. */
const SAME = new Set(['channels.slack']);

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

describe('the texts of the subscriptions', () => {
  it('are there in both languages, under the same keys', () => {
    const keys = (of: unknown) => own(of).map(([path]) => path);
    expect(keys(ru).sort()).toEqual(keys(en).sort());
    expect(keys(en).length).toBeGreaterThan(80);
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
