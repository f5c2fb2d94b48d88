import { candidates, enter, Phrases, wordsOf } from './phrase-index.js';
import { isWord, partOf } from './phrase-parts.js';

export { Phrases };

/** Where a phrase stands in a sentence's words. */
export interface PhrasePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Phrases, one a line, to be looked for in a sentence's `words`. In a phrase: `a|b` either word; `stem*` any ending;
 * `a_b` two words as one choice; `[a]` perhaps; `!a` not followed by; `..` up to three words of the same clause; `^`
 * and `$` the sentence's begin and end; `^,` and `$,` the clause's.
 */
export function phrases(text: string): Phrases {
  const list = new Phrases();
  for (const line of text.split('\n')) {
    const tokens = line.trim().split(/\s+/);
    if (tokens[0] === '') continue;
    enter(list, tokens.map(partOf), tokens.filter(isWord));
  }
  return list;
}

/** Words between white space as the choices of a phrase. */
export const anyOf = (list: string): string => list.trim().split(/\s+/).join('|');

/** Every place where one of the phrases begins; where more than one does, the first of the list counts. */
export function placesOf(list: Phrases, text: string): PhrasePlace[] {
  const lines = candidates(list, text);
  if (lines.length === 0) return [];
  const words = wordsOf(text);
  const places: PhrasePlace[] = [];
  for (let at = 0; at < words.count; at++) {
    for (const { parts } of lines) {
      const end = words.match(parts, at);
      if (end < 0) continue;
      places.push({ start: words.starts[at] ?? 0, end: words.starts[end] ?? 0 });
      break;
    }
  }
  return places;
}

export function has(list: Phrases, text: string): boolean {
  const lines = candidates(list, text);
  if (lines.length === 0) return false;
  const words = wordsOf(text);
  for (const { parts } of lines) for (let at = 0; at < words.count; at++) if (words.match(parts, at) >= 0) return true;
  return false;
}

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
