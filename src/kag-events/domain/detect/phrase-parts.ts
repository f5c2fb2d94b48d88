import { remembered } from './remembered.js';

/** Words in a row: of each its atom, the number of a word or of all words that begin so. */
interface Choice {
  readonly atoms: readonly number[];
  /** Its place among the choices: earlier ones count first. */
  readonly order: number;
}
/** By their first atom: a word is looked up, since some parts have a hundred choices. */
type Choices = ReadonlyMap<number, readonly Choice[]>;

/** What a phrase is made of, in its order. */
export type Part =
  | { readonly kind: 'one' | 'perhaps' | 'not'; readonly choices: Choices }
  | { readonly kind: 'gap' | 'begin' | 'end' | 'clause begin' | 'clause end' };

/** How many words `..` may stand for. */
const GAP = 3;
const EDGES: Readonly<Record<string, Part>> = {
  '..': { kind: 'gap' },
  '^': { kind: 'begin' },
  $: { kind: 'end' },
  '^,': { kind: 'clause begin' },
  '$,': { kind: 'clause end' },
};
/** Any word that begins with a digit. */
const DIGIT = '\\d*';

/** Of words, and of DIGIT, which no word is. */
const atomsOfWords = new Map<string, number>();
const atomsOfStems = new Map<string, number>();
let longestStem = 0;

/** A token that must be there and is nothing but words. */
export const isWord = (token: string): boolean => EDGES[token] === undefined && !/^[[!]|\\/.test(token);

/** Reads one token of a phrase; see `phrases` for what tokens say. */
export function partOf(token: string): Part {
  const edge = EDGES[token];
  if (edge !== undefined) return edge;
  if (token.startsWith('[')) return { kind: 'perhaps', choices: choicesOf(token.slice(1, -1)) };
  if (token.startsWith('!')) return { kind: 'not', choices: choicesOf(token.slice(1)) };
  return { kind: 'one', choices: choicesOf(token) };
}

function choicesOf(token: string): Choices {
  const choices = token.split('|').map((choice, order) => ({ atoms: choice.split('_').map(atomOf), order }));
  return Map.groupBy(choices, ({ atoms: [first = -1] }) => first);
}

const WORD = /^(?:,|[\p{L}\p{M}\d'"]+\*?|\\d\*)$/u;

function atomOf(word: string): number {
  if (!WORD.test(word)) throw new Error(`No phrase can have "${word}" in it.`);
  const isStem = word.endsWith('*') && word !== DIGIT;
  const [atoms, text] = isStem ? [atomsOfStems, word.slice(0, -1)] : [atomsOfWords, word];
  if (isStem) longestStem = Math.max(longestStem, text.length);
  const atom = atoms.get(text) ?? atomsOfWords.size + atomsOfStems.size;
  atoms.set(text, atom);
  atomsIn = remembered(atomsAnew);
  return atom;
}

/** The atoms that a word matches. Its memory is emptied when an atom is entered. */
let atomsIn = remembered(atomsAnew);

function atomsAnew(word: string): readonly number[] {
  const found = [atomsOfWords.get(word), /^\d/.test(word) ? atomsOfWords.get(DIGIT) : undefined];
  for (let length = Math.min(word.length, longestStem); length > 0; length--)
    found.push(atomsOfStems.get(word.slice(0, length)));
  return found.filter((atom) => atom !== undefined);
}

/** Words between single spaces, with one before the first, as phrases see them. */
export class Words {
  /** Where each begins in the text; behind them, where the text goes on after the last. */
  readonly starts: number[] = [];
  private readonly atoms: (readonly number[])[] = [];
  /** Whether a gap may go over each. */
  private readonly plain: boolean[] = [];
  private readonly begins: boolean;
  private readonly ends: boolean;
  /** Where commas are. */
  private readonly commas: boolean[] = [];

  constructor(text: string, each: (word: string) => void) {
    this.begins = text.startsWith(' ');
    let from = text.indexOf(' ') + 1;
    for (let to = text.indexOf(' ', from); from > 0 && to >= 0; from = to + 1, to = text.indexOf(' ', from)) {
      const word = text.slice(from, to);
      this.starts.push(from);
      this.atoms.push(atomsIn(word));
      this.commas.push(word === ',');
      this.plain.push(word !== '' && word !== ',');
      each(word);
    }
    this.ends = from === text.length;
    this.starts.push(from);
  }

  get count(): number {
    return this.atoms.length;
  }

  /**
   * Where a phrase ends that begins at a word, as a place among the words; -1 where none begins there. As a pattern
   * would, it tries choices in their order and gaps at their longest first.
   */
  match(parts: readonly Part[], at: number, part = 0): number {
    const next = parts[part];
    if (next === undefined) return at;
    switch (next.kind) {
      case 'one':
        return this.afterAny(next.choices, parts, at, part);
      case 'perhaps': {
        const end = this.afterAny(next.choices, parts, at, part);
        return end >= 0 ? end : this.match(parts, at, part + 1);
      }
      case 'not':
        return this.choicesAt(next.choices, at).length > 0 ? -1 : this.match(parts, at, part + 1);
      case 'gap':
        return this.afterGap(parts, at, part);
      case 'begin':
        return at === 0 && this.begins ? this.match(parts, at, part + 1) : -1;
      case 'end':
        return at === this.count && this.ends ? this.match(parts, at, part + 1) : -1;
      case 'clause begin':
        return (at === 0 && this.begins) || this.commas[at - 1] === true ? this.match(parts, at, part + 1) : -1;
      case 'clause end':
        return (at === this.count && this.ends) || this.commas[at] === true ? this.match(parts, at, part + 1) : -1;
    }
  }

  private afterAny(choices: Choices, parts: readonly Part[], at: number, part: number): number {
    for (const choice of this.choicesAt(choices, at)) {
      const end = this.match(parts, at + choice.atoms.length, part + 1);
      if (end >= 0) return end;
    }
    return -1;
  }

  private afterGap(parts: readonly Part[], at: number, part: number): number {
    let wide = 0;
    while (wide < GAP && this.plain[at + wide] === true) wide++;
    for (; wide >= 0; wide--) {
      const end = this.match(parts, at + wide, part + 1);
      if (end >= 0) return end;
    }
    return -1;
  }

  /** The choices that stand at a word, in their order. */
  private choicesAt(choices: Choices, at: number): readonly Choice[] {
    let found = NONE;
    for (const atom of this.atoms[at] ?? []) {
      const more = choices.get(atom)?.filter((choice) => this.stands(choice, at)) ?? NONE;
      if (more.length > 0) found = found.length === 0 ? more : [...found, ...more].sort((a, b) => a.order - b.order);
    }
    return found;
  }

  private stands({ atoms }: Choice, at: number): boolean {
    for (let i = 1; i < atoms.length; i++) if (!this.atoms[at + i]?.includes(atoms[i] ?? -1)) return false;
    return true;
  }
}

const NONE: readonly Choice[] = [];
