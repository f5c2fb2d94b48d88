import type { Sentence } from '../sentences.js';
import { remembered } from '../remembered.js';
import { conceptsOf } from './concepts.js';
import { Distinct } from './distinct.js';
import type { Slots } from './slots.js';
import { spelled } from './spelling.js';
import { classesOf } from './word-classes.js';

/** A feature's lower bits say where its weight is; those above, of which kind it is. */
export const BITS = 18;
export const SIZE = 1 << BITS;

/** What one word says by itself. */
interface Word {
  /** Of the word as it stands. */
  readonly hash: number;
  /** Of what it is about: its first class, or its beginning where it has none. */
  readonly about: number;
  readonly classes: readonly number[];
  readonly concepts: readonly number[];
  /** Numbers of all that holds without its neighbours. */
  readonly own: readonly number[];
}

const BEGINNING = 5;
const PAIRS_OF = 14;

/**
 * What sentences are made of, as numbers (see BITS): their words, with beginnings, endings and letters (so that a word
 * with a typing error is still alike), neighbouring words, classes and concepts, which of these stand together, and the
 * facts that are handed in.
 */
export class Features {
  private readonly found = new Distinct();
  private readonly wordOf = remembered((text): Word => {
    const word = madeOf(text);
    return { ...word, own: word.own.filter((feature) => this.counts(feature)) };
  });

  /** @param weighed Slots that say anything: features of others are left out. Otherwise all count. */
  constructor(private readonly weighed?: Slots) {}

  /** A sentence's features: each once, in no order. */
  of({ words, asks }: Sentence, facts: readonly string[]): Int32Array {
    const tokens = words
      .trim()
      .split(' ')
      .map((word) => this.wordOf(word));
    const classes = new Set<number>();
    const concepts = new Set<number>();
    const end = asks ? ASKED : SAID;
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens[at] as Word;
      for (const own of word.own) this.found.add(own);
      for (const one of word.classes) classes.add(one);
      for (const one of word.concepts) concepts.add(one);
      const next = tokens[at + 1];
      const later = tokens[at + 2];
      this.add(two(2, word.hash, next?.hash ?? end));
      this.add(two(3, word.about, next?.about ?? end));
      this.add(three(4, word.about, next?.about ?? end, later?.about ?? end));
      if (later) this.add(two(5, word.about, later.about));
      if (next) this.add(two(23, word.concepts[0] ?? word.about, next.concepts[0] ?? next.about));
    }
    const [first, second, third] = tokens;
    this.add(two(6, first?.about ?? end, end));
    this.add(three(7, first?.about ?? end, second?.about ?? end, end));
    this.add(two(8, first?.hash ?? end, second?.hash ?? end));
    this.add(three(9, first?.about ?? end, second?.about ?? end, third?.about ?? end));
    const last = tokens.at(-1);
    this.add(two(10, last?.about ?? end, end));
    const together = this.addPairs(11, 12, classes, end);
    this.addPairs(21, 22, concepts, end);
    this.add(two(13, Math.min(8, Math.ceil(tokens.length / 3)), end));
    for (const fact of facts) {
      const number = hashOf(fact);
      this.add(two(14, number, 1));
      this.add(two(15, number, first?.about ?? end));
      for (const one of together) this.add(two(16, number, one));
    }
    return this.found.taken();
  }

  /** Adds each by itself, and each two of them that stand in the sentence; returns which. */
  private addPairs(single: number, pair: number, found: ReadonlySet<number>, end: number): readonly number[] {
    const together = [...found].sort((a, b) => a - b).slice(0, PAIRS_OF);
    for (let at = 0; at < together.length; at++) {
      const one = together[at] as number;
      this.add(two(single, one, end));
      for (let next = at + 1; next < together.length; next++) this.add(two(pair, one, together[next] as number));
    }
    return together;
  }

  private add(feature: number): void {
    if (this.counts(feature)) this.found.add(feature);
  }

  private counts(feature: number): boolean {
    return this.weighed === undefined || this.weighed.has(feature & (SIZE - 1));
  }
}

function madeOf(written: string): Word {
  const text = /^\d/.test(written) ? '#' : spelled(written);
  const hash = hashOf(text);
  const names = classesOf(text);
  const classes = names.map(hashOf);
  const about = names[0] === undefined ? hashOf(`~${text.slice(0, BEGINNING)}`) : hashOf(`=${names[0]}`);
  const own = [two(1, hash, 0)];
  for (const one of classes) own.push(two(17, one, 0));
  const concepts = conceptsOf(text).map(hashOf);
  for (const one of concepts) own.push(two(24, one, 0));
  if (/^\p{L}/u.test(text)) {
    for (const length of [4, 6]) if (text.length > length) own.push(two(18, hashOf(text.slice(0, length)), length));
    for (const length of [1, 2, 3])
      if (text.length > length + 2) own.push(two(19, hashOf(text.slice(-length)), length));
    const padded = `<${text.slice(0, 24)}>`;
    for (const length of [3, 4])
      for (let at = 0; at + length <= padded.length; at++)
        own.push(two(20, hashOf(padded.slice(at, at + length)), length));
  }
  return { hash, about, classes, concepts, own };
}

const SAID = 0x51ed27;
const ASKED = 0x2c9277;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const two = (kind: number, a: number, b: number): number => slot(mix(mix(kind, a), b)) + (kind << BITS);
const three = (kind: number, a: number, b: number, c: number): number =>
  slot(mix(mix(mix(kind, a), b), c)) + (kind << BITS);

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

const slot = (hash: number): number => (Math.imul(hash, 0x85ebca6b) >>> 0) >>> (32 - BITS);
