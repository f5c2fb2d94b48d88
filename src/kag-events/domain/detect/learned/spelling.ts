import { DAY_NAMES } from '../due-date-words.js';
import { remembered } from '../remembered.js';
import { VOCABULARY } from './vocabulary.js';

/** Shorter words are too like each other. */
const SHORTEST = 5;

const known = new Set<string>();
/** Known words by what is left of them without one letter. */
const shortened = new Map<string, string[]>();
let corrected = remembered(correctedAnew);
know(VOCABULARY.split(' '));

/** Puts other words in the place of the known ones: for training, which finds out which they are. */
export function know(words: readonly string[]): void {
  known.clear();
  shortened.clear();
  corrected = remembered(correctedAnew);
  for (const word of [...words, ...DAY_NAMES].filter(({ length }) => length >= SHORTEST)) {
    if (known.has(word)) continue;
    known.add(word);
    for (const rest of [word, ...withoutOne(word)]) shortened.set(rest, [...(shortened.get(rest) ?? []), word]);
  }
}

/** The known word that a word is but for one letter too many, too few, wrong or in the wrong place; else itself. */
export function spelled(word: string): string {
  return word.length < SHORTEST - 1 ? word : corrected(word);
}

function correctedAnew(word: string): string {
  return known.has(word) || !/^\p{L}+$/u.test(word) ? word : (nearest(word) ?? word);
}

function nearest(word: string): string | undefined {
  if (word.length > 24) return undefined;
  const near = [word, ...withoutOne(word)].flatMap((rest) => shortened.get(rest) ?? []);
  const [best] = near.filter((one) => isOneAway(one, word)).sort((a, b) => alike(b, word) - alike(a, word));
  return best;
}

/** A typing error seldom is the first letter, and words of one length are likelier the same. */
const alike = (one: string, other: string): number =>
  (one[0] === other[0] ? 2 : 0) + (one.length === other.length ? 1 : 0) + (one.at(-1) === other.at(-1) ? 1 : 0);

function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  if (a.length !== b.length) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.slice(from) === long.slice(from + 1);
  }
  if (a.slice(from + 1) === b.slice(from + 1)) return true;
  return a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2);
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
