import { type Part, Words } from './phrase-parts.js';
import { remembered } from './remembered.js';

/** A phrase of a list. */
interface Line {
  readonly parts: readonly Part[];
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

/** A sentence's words, and the phrases that they may hold. */
interface Looked {
  readonly words: Words;
  readonly lines: ReadonlyMap<Phrases, readonly Line[]>;
}
const looked = new Map<string, Looked>();

/**
 * Enters a phrase of a list under the token that fewest sentences have; `tokens` are those that it must have, as
 * written.
 */
export function enter(list: Phrases, parts: readonly Part[], tokens: readonly string[]): void {
  const line = { parts, order: entered++, list };
  linesWith = remembered(linesAnew);
  looked.clear();
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
export const candidates = (list: Phrases, text: string): readonly Line[] => lookAt(text).lines.get(list) ?? NONE;

/** A sentence's words, as phrases see them. */
export const wordsOf = (text: string): Words => lookAt(text).words;

function lookAt(text: string): Looked {
  const kept = looked.get(text);
  if (kept) return kept;
  const found = new Set(always);
  const words = new Words(text, (word) => {
    for (const line of linesWith(word)) found.add(line);
  });
  const lines = new Map<Phrases, Line[]>();
  for (const line of [...found].sort((a, b) => a.order - b.order)) {
    const others = lines.get(line.list);
    if (others) others.push(line);
    else lines.set(line.list, [line]);
  }
  const made = { words, lines };
  if (looked.size >= KEPT_SENTENCES) looked.delete(looked.keys().next().value ?? '');
  looked.set(text, made);
  return made;
}

/** Made anew where a phrase was entered. */
let linesWith = remembered(linesAnew);

function linesAnew(word: string): readonly Line[] {
  const lines = [...(byWord.get(word) ?? NONE)];
  for (let length = Math.min(word.length, longestStem); length > 0; length--)
    lines.push(...(byStem.get(word.slice(0, length)) ?? NONE));
  return lines.length > 0 ? lines : NONE;
}
