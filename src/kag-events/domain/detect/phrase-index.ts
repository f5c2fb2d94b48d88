import { remembered } from './remembered.js';

/** A phrase of a list. */
interface Line {
  readonly pattern: RegExp;
  /** Its place among all lines: earlier ones count first. */
  readonly order: number;
  readonly list: Phrases;
}
/** A list of phrases, as its lines know it. */
export class Phrases {}

/**
 * Hundreds of phrases, of which a sentence holds one or two: they are found by a word that each must have, so that a
 * sentence is looked at once, and only phrases whose word it has are tried.
 */
const byWord = new Map<string, Line[]>();
const byStem = new Map<string, Line[]>();
/** Phrases without such a word. */
const always: Line[] = [];
let entered = 0;
let longestStem = 0;

const KEPT_SENTENCES = 8;
const NONE: readonly Line[] = [];
const linesOfSentence = new Map<string, ReadonlyMap<Phrases, readonly Line[]>>();

/**
 * Enters a phrase of a list under the token that fewest sentences have; `tokens` are those that it must have, as
 * written.
 */
export function enter(list: Phrases, pattern: RegExp, tokens: readonly string[]): void {
  const line = { pattern, order: entered++, list };
  linesWith = remembered(linesAnew);
  linesOfSentence.clear();
  const [rarest] = tokens.map((token) => token.split('|')).sort((a, b) => commonness(a) - commonness(b));
  if (rarest === undefined) always.push(line);
  for (const choice of new Set((rarest ?? []).map((one) => one.split('_').find((part) => part !== '') ?? ''))) {
    const stem = choice.endsWith('*') ? choice.slice(0, -1) : undefined;
    if (stem !== undefined) longestStem = Math.max(longestStem, stem.length);
    const [index, key] = stem === undefined ? [byWord, choice] : [byStem, stem];
    index.set(key, [...(index.get(key) ?? []), line]);
  }
}

/** Short words are common, and so are many choices. */
const commonness = (choices: readonly string[]): number =>
  choices.reduce((sum, choice) => sum + 1 / (choice.replace('*', '').length - 0.5) ** 2, 0);

/** The phrases of a list that a sentence's words may hold, in the order of the list. */
export const candidates = (list: Phrases, words: string): readonly Line[] => linesIn(words).get(list) ?? NONE;

function linesIn(words: string): ReadonlyMap<Phrases, readonly Line[]> {
  const kept = linesOfSentence.get(words);
  if (kept) return kept;
  const found = new Set(always);
  for (const word of words.split(' ')) for (const line of linesWith(word)) found.add(line);
  const lists = new Map<Phrases, Line[]>();
  for (const line of [...found].sort((a, b) => a.order - b.order)) {
    const lines = lists.get(line.list);
    if (lines) lines.push(line);
    else lists.set(line.list, [line]);
  }
  if (linesOfSentence.size >= KEPT_SENTENCES) linesOfSentence.delete(linesOfSentence.keys().next().value ?? '');
  linesOfSentence.set(words, lists);
  return lists;
}

/** Made anew where a phrase was entered. */
let linesWith = remembered(linesAnew);

function linesAnew(word: string): readonly Line[] {
  const lines = [...(byWord.get(word) ?? NONE)];
  for (let length = Math.min(word.length, longestStem); length > 0; length--)
    lines.push(...(byStem.get(word.slice(0, length)) ?? NONE));
  return lines.length > 0 ? lines : NONE;
}
