import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { english, russian } from '../../shared/plural.js';
import { ru } from './ru.js';

/** What English takes from the server as it is. */
const SERVERS_OWN =
  /^(?:diagnosis\.(?:sections|checks)|step\.confirm|bar\.problems|sources\.problems|first\.problems|sources\.webhook\.steps)(?:\.|$)/;
/** Codes and names that are the same in any language. */
const SAME = new Set(['run.language']);

/** Each text by its path, functions called with something to show. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...given: unknown[]) => string;
    return [[path, call(...Array<string>(call.length).fill('3'))]];
  }
  return Object.entries(value as object).flatMap(([key, one]) => texts(one, path === '' ? key : `${path}.${key}`));
}

const own = (all: [string, string][]) => all.filter(([path]) => !SERVERS_OWN.test(path));

describe('the texts', () => {
  it('are there in both languages, under the same keys', () => {
    const keys = (of: unknown) => own(texts(of)).map(([path]) => path);
    expect(keys(ru).sort()).toEqual(keys(en).sort());
    expect(keys(en).length).toBeGreaterThan(150);
  });

  it.each([
    ['en', en, /[A-Za-z]/],
    ['ru', ru, /[а-яё]/i],
  ] as const)('are of their language: %s', (_language, of, letters) => {
    const strange = own(texts(of)).filter(([path, text]) => !SAME.has(path) && !letters.test(text));
    expect(strange).toEqual([]);
  });

  it('have no Russian words in the English', () => {
    expect(texts(en).filter(([, text]) => /[а-яё]/i.test(text))).toEqual([]);
  });
});

describe('counted nouns', () => {
  it.each([
    [1, '1 error'],
    [2, '2 errors'],
    [0, '0 errors'],
  ])('in English: %d', (n, text) => expect(english(n, String(n), 'error')).toBe(text));

  it.each([
    [1, '1 сбой'],
    [3, '3 сбоя'],
    [5, '5 сбоев'],
    [11, '11 сбоев'],
    [21, '21 сбой'],
    [112, '112 сбоев'],
  ])('in Russian: %d', (n, text) => expect(russian(n, String(n), 'сбой', 'сбоя', 'сбоев')).toBe(text));
});
