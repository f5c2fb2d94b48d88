import { DAY_NAMES } from '../due-date-words.js';
import { remembered } from '../remembered.js';
import { VOCABULARY } from './vocabulary.js';

/** Shorter words are too like each other. */
const SHORTEST = 5;

/** A power of two, some words' worth of shortened forms. */
const BUCKETS = 1 << 16;

let known = new Map<string, number>();
let words: readonly string[] = [];
/**
 * Known words by the hash of what is left of them without one letter, in chains: `first` of a bucket, `next` of an
 * entry, and the word's number of an entry. Strings in a Map would take fifty times the room.
 */
let first = new Int32Array();
let next = new Int32Array();
let wordAt = new Int32Array();
let corrected = remembered(correctedAnew);

/** Puts other words in the place of the known ones: for training, which finds out which they are. */
export function know(vocabulary: readonly string[]): void {
  corrected = remembered(correctedAnew);
  words = [...new Set([...vocabulary, ...DAY_NAMES])].filter(({ length }) => length >= SHORTEST);
  known = new Map(words.map((word, number) => [word, number]));
  const entries = words.reduce((sum, { length }) => sum + length + 1, 0);
  first = new Int32Array(BUCKETS).fill(-1);
  next = new Int32Array(entries);
  wordAt = new Int32Array(entries);
  let entry = 0;
  for (const [number, word] of words.entries())
    for (let without = -1; without < word.length; without++, entry++) {
      const bucket = bucketOf(word, without);
      wordAt[entry] = number;
      next[entry] = first[bucket] ?? -1;
      first[bucket] = entry;
    }
}

/** The known word that a word is but for one letter too many, too few, wrong or in the wrong place; else itself. */
export function spelled(word: string): string {
  // When the first word is asked for: most processes never judge a text.
  if (words.length === 0) know(VOCABULARY.split(' '));
  return word.length < SHORTEST - 1 ? word : corrected(word);
}

function correctedAnew(word: string): string {
  return known.has(word) || !/^\p{L}+$/u.test(word) ? word : (nearest(word) ?? word);
}

function nearest(word: string): string | undefined {
  if (word.length > 24) return undefined;
  const near = new Set<number>();
  for (let without = -1; without < word.length; without++)
    for (let entry = first[bucketOf(word, without)] ?? -1; entry >= 0; entry = next[entry] ?? -1)
      near.add(wordAt[entry] ?? 0);
  const [best] = [...near]
    .sort((a, b) => a - b)
    .map((number) => words[number] ?? '')
    .filter((one) => isOneAway(one, word))
    .sort((a, b) => alike(b, word) - alike(a, word));
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

/** Of the letters of a word without one of them; without none for -1. */
function bucketOf(word: string, without: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) if (at !== without) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
