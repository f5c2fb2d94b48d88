import { exactTerms } from './exact-terms.js';
import { stem } from './stem.js';
import { STOP_WORDS, wordsOf } from './words.js';

/** A stretch of a text, in UTF-16 units as JavaScript counts them; `end` is behind its last one. */
export interface Highlight {
  start: number;
  end: number;
}

/** More than anybody looks at in one piece of text. */
const MAX_HIGHLIGHTS = 100;

const WORD = /[\p{L}\p{N}]+/gu;
/** What may hold an exact term: a word with what e-mail addresses and identifiers have between words. */
const TERM = /[\p{L}\p{N}](?:[\p{L}\p{N}._%+@-]*[\p{L}\p{N}])?/gu;

/**
 * Where a text has words of the query, in any of their forms, or its exact terms; in order, none twice. Positions and
 * no markup: what is shown stays the writer's text.
 */
export function highlightsOf(text: string, query: string): Highlight[] {
  const wanted = new Set(
    wordsOf(query)
      .filter((word) => !STOP_WORDS.has(word))
      .map(stem),
  );
  const terms = new Set(exactTerms(query));
  const words = matches(text, WORD, (word) => wanted.has(stem(word.toLowerCase())));
  const exact = terms.size === 0 ? [] : matches(text, TERM, (word) => exactTerms(word).some((term) => terms.has(term)));
  return merged([...words, ...exact]).slice(0, MAX_HIGHLIGHTS);
}

function matches(text: string, pattern: RegExp, fits: (word: string) => boolean): Highlight[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: word, index }) =>
    fits(word) ? [{ start: index, end: index + word.length }] : [],
  );
}

/** In order, those that overlap as one. */
function merged(all: readonly Highlight[]): Highlight[] {
  const kept: Highlight[] = [];
  for (const one of [...all].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else kept.push({ ...one });
  }
  return kept;
}
