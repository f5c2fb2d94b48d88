import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { has, type PhrasePlace, phrases, placesOf } from './phrases.js';

const heard = (phrase: string, words: string): string[] =>
  placesOf(phrases(phrase), words).map(({ start, end }) => words.slice(start, end).trim());

describe('a phrase', () => {
  it.each<[phrase: string, words: string, found: string[]]>([
    ['send|mail it', ' please send it ', ['send it']],
    ['send it', ' send the file , send it now ', ['send it']],
    ['готов*', ' все готово , почти готовы ', ['готово', 'готовы']],
    ['sign_off|sign', ' sign off today ', ['sign off']],
    ['мобильн*_приложени*', ' новое мобильное приложение ', ['мобильное приложение']],
    ['please [just] send', ' please just send ', ['please just send']],
    ['please [just] send', ' please send ', ['please send']],
    ['as_soon_as !we', ' as soon as we , as soon as you can ', ['as soon as']],
    ['send .. today', ' send it to me today ', ['send it to me today']],
    ['send .. today', ' send it over to me today ', []],
    ['send .. today', ' send it , today ', []],
    ['send .. it', ' send it and it ', ['send it and it']],
    ['^ send', ' send it , send that ', ['send']],
    ['^, send', ' send it , send that ', ['send', 'send']],
    ['it $', ' send it , and it ', ['it']],
    ['it $,', ' send it , and it ', ['it', 'it']],
    ['by \\d*', ' by 5pm , by friday ', ['by 5pm']],
    ['no no', ' no no no ', ['no no', 'no no']],
    ['send it', ' please send it', []],
    ['it $', ' send it now', []],
    ['send', 'send ', []],
    ['send', '', []],
    ['send', '  ', []],
  ])('%j in %j', (phrase, words, found) => {
    expect(heard(phrase, words)).toEqual(found);
    expect(has(phrases(phrase), words)).toBe(found.length > 0);
  });

  it('is heard from the first of the list where several begin', () => {
    expect(heard('send it\nsend it now', ' send it now ')).toEqual(['send it']);
    expect(heard('send it now\nsend it', ' send it now ')).toEqual(['send it now']);
  });

  it.each(['send__it', 'se*nd', 'send|', '[]', 'a+'])('can not be %j', (phrase) => {
    expect(() => phrases(phrase)).toThrow('No phrase can have');
  });
});

/** The same as a pattern, which is what the notation stands for; dearer to look for. */
function pattern(phrase: string): RegExp {
  const edges: Record<string, string> = {
    '..': '(?:[^ ,]+ ){0,3}',
    '^': '(?<=^ )',
    $: '$',
    '^,': '(?<=^ |, )',
    '$,': '(?=$|, )',
  };
  const any = (token: string) => `(?:${token.replaceAll('_', ' ').replaceAll('*', '[^ ,]*')})`;
  const parts = phrase.split(' ').map((token) => {
    if (edges[token] !== undefined) return edges[token];
    if (token.startsWith('[')) return `(?:${any(token.slice(1, -1))} )?`;
    return token.startsWith('!') ? `(?!${any(token.slice(1))} )` : `${any(token)} `;
  });
  return new RegExp(`(?<= )(?:${parts.join('')})`, 'gu');
}

function placesByPatterns(list: readonly string[], words: string): PhrasePlace[] {
  const ends = new Map<number, number>();
  for (const one of list.map(pattern)) {
    for (let match = one.exec(words); match !== null; match = one.exec(words)) {
      if (!ends.has(match.index)) ends.set(match.index, match.index + match[0].length);
      one.lastIndex = match.index + 1;
    }
  }
  return [...ends].map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
}

describe('phrases', () => {
  // Words of no language, since every list of phrases stays in the index.
  const word = fc.constantFrom('qa', 'qab', 'qabc', 'qb', 'qba', '5q', '"');
  const choice = fc.constantFrom('qa', 'qab', 'qb', 'qba', '5q', 'qa*', 'qab*', 'qb*', 'qa_qb', 'qa*_qb*', 'qa_,');
  const choices = fc.array(choice, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'));
  const token = fc.oneof(
    { weight: 4, arbitrary: choices },
    choices.map((one) => `[${one}]`),
    choices.map((one) => `!${one}`),
    fc.constantFrom('..', '^', '$', '^,', '$,'),
  );
  // A phrase has at least a word.
  const phrase = fc
    .tuple(fc.array(token, { maxLength: 2 }), choices, fc.array(token, { maxLength: 2 }))
    .map(([before, one, after]) => [...before, one, ...after].join(' '));
  const sentence = fc
    .tuple(fc.array(fc.oneof({ weight: 4, arbitrary: word }, fc.constant(',')), { maxLength: 12 }), fc.boolean())
    .map(([words, whole]) => ` ${words.join(' ')}${whole ? ' ' : ''}`);

  it('are found where their patterns match', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), sentence, (list, words) => {
        const made = phrases(list.join('\n'));
        const found = placesOf(made, words);
        expect(found).toEqual(placesByPatterns(list, words));
        expect(has(made, words)).toBe(found.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
