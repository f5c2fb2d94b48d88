import { STOP_WORDS } from './stop-words.js';

/** What each kind of feature counts for. Letter groups let "refunded" meet "refund", and survive typing mistakes. */
const WORD = 1;
const PAIR = 0.5;
const LETTERS = 0.3;
const STOP_WORD_DAMPING = 0.15;

/**
 * A vector of length 1 for a text, from its words, pairs of neighbouring words and groups of three and four letters,
 * each hashed to a place and a sign. Same text, same vector, on every machine: no model and no network. It finds texts
 * that share words or parts of words, not texts that mean the same in other words.
 */
export function hashFeatures(text: string, dim: number): number[] {
  const weights = new Map<string, number>();
  const add = (feature: string, weight: number) => weights.set(feature, (weights.get(feature) ?? 0) + weight);
  const words = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [text];
  words.forEach((word, at) => {
    const damping = STOP_WORDS.has(word) ? STOP_WORD_DAMPING : 1;
    add(`w:${word}`, WORD * damping);
    const next = words[at + 1];
    if (next !== undefined) add(`p:${word} ${next}`, PAIR * damping * (STOP_WORDS.has(next) ? STOP_WORD_DAMPING : 1));
    if (damping === 1) for (const group of letterGroups(word)) add(`l:${group}`, LETTERS);
  });
  const vector = new Array<number>(dim).fill(0);
  for (const [feature, weight] of weights) {
    const hash = hash32(feature);
    const place = hash % dim;
    // Sublinear: a word said ten times is not ten times as much what the text is about.
    const value = weight > 1 ? 1 + Math.log(weight) : weight;
    vector[place] = (vector[place] ?? 0) + (hash32(`${feature}±`) & 1 ? value : -value);
  }
  return toUnitLength(vector);
}

function letterGroups(word: string): string[] {
  const framed = `^${word}$`;
  const groups: string[] = [];
  for (const length of [3, 4])
    for (let at = 0; at + length <= framed.length; at++) groups.push(framed.slice(at, at + length));
  return groups;
}

/** FNV-1a over UTF-16 units with the last step of MurmurHash3, without which short texts differ in low bits only. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function toUnitLength(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  // All features cancelling out is possible in theory, and a zero vector has no cosine.
  return length === 0 ? vector.map((_, at) => (at === 0 ? 1 : 0)) : vector.map((value) => value / length);
}
