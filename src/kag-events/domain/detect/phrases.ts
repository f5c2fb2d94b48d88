import { candidates, enter, Phrases } from './phrase-index.js';

export { Phrases };

/** Where a phrase stands in a sentence's words. */
export interface PhrasePlace {
  readonly start: number;
  readonly end: number;
}

/** How many words `..` may stand for. No pattern repeats without a bound, so none can run away. */
const GAP = '(?:[^ ,]+ ){0,3}';

/**
 * Phrases, one a line, to be looked for in a sentence's `words`. In a phrase: `a|b` either word; `stem*` any ending;
 * `a_b` two words as one choice; `[a]` perhaps; `!a` not followed by; `..` up to three words of the same clause; `^`
 * and `$` the sentence's begin and end; `^,` and `$,` the clause's.
 */
export function phrases(text: string): Phrases {
  const list = new Phrases();
  for (const line of text.split('\n')) {
    const parts = line.trim().split(/\s+/);
    if (parts[0] === '') continue;
    const pattern = new RegExp(`(?<= )(?:${parts.map(partOf).join('')})`, 'gu');
    enter(list, pattern, parts.filter(isWord));
  }
  return list;
}

/** A token that must be there and is nothing but words. */
const isWord = (token: string): boolean => EDGES[token] === undefined && !/^[[!]|\\/.test(token);

/** Words between white space as the choices of a phrase. */
export const anyOf = (list: string): string => list.trim().split(/\s+/).join('|');

const EDGES: Readonly<Record<string, string>> = {
  '..': GAP,
  '^': '(?<=^ )',
  $: '$',
  '^,': '(?<=^ |, )',
  '$,': '(?=$|, )',
};

function partOf(token: string): string {
  const edge = EDGES[token];
  if (edge !== undefined) return edge;
  if (token.startsWith('[')) return `(?:${choices(token.slice(1, -1))} )?`;
  if (token.startsWith('!')) return `(?!${choices(token.slice(1))} )`;
  return `${choices(token)} `;
}

const choices = (token: string): string =>
  `(?:${token
    .split('|')
    .map((word) => word.replaceAll('_', ' ').replaceAll('*', '[^ ,]*'))
    .join('|')})`;

/** Every place where one of the phrases begins; where more than one does, the first of the list counts. */
export function placesOf(list: Phrases, words: string): PhrasePlace[] {
  const ends = new Map<number, number>();
  for (const { pattern } of candidates(list, words)) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      if (!ends.has(match.index)) ends.set(match.index, match.index + match[0].length);
      pattern.lastIndex = match.index + 1;
    }
  }
  return [...ends].map(([start, end]) => ({ start, end })).sort((a, b) => a.start - b.start);
}

export const has = (list: Phrases, words: string): boolean =>
  candidates(list, words).some(({ pattern }) => {
    pattern.lastIndex = 0;
    return pattern.test(words);
  });

/** What stands before a place in its clause, as the phrases see it. */
export const clauseBefore = (words: string, start: number): string => {
  const before = words.slice(0, start);
  return ` ${before.slice(before.lastIndexOf(',') + 1).trim()} `;
};

/** What follows a place in its clause. */
export const clauseBehind = (words: string, end: number): string => {
  const behind = words.slice(end);
  const comma = behind.indexOf(',');
  return ` ${(comma < 0 ? behind : behind.slice(0, comma)).trim()} `;
};

const DENIALS = new Set('not no never none nobody neither nor without hardly не нет ни нельзя никогда рано'.split(' '));
/** How many words of its clause a denial reaches over. */
const REACH = 4;

/** Whether a word shortly before a place, in its clause, turns it into its contrary. */
export const isDenied = (words: string, start: number): boolean =>
  clauseBefore(words, start)
    .trim()
    .split(' ')
    .slice(-REACH)
    .some((word) => DENIALS.has(word));
