import { seededRandom, type Random } from '../../sandbox/random.js';
import { ADJECTIVES, NOUNS, PARTICIPLES, REMARKS, RUSSIAN_NOUNS, RUSSIAN_PARTS, SYLLABLES, TIMES } from './words.js';

/** Above MIN_EMBED_CHARS: every message becomes a chunk. */
const SHORTEST = 40;

/** People's messages, made up from a seed: some words are in many of them, most are in few, as in real mail. */
export class Texts {
  private readonly random: Random;
  private readonly given = new Set<string>();

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** A message of 40 to 450 characters or so that this generator has not given before. */
  message(): string {
    const sentences = () =>
      Array.from({ length: this.random.int(1, 5) }, (_, at) => this.sentence(at === 0 ? 'The' : 'Also, the'));
    return this.fresh(() => sentences().join(' '), SHORTEST);
  }

  /** What somebody might search for: two to eight words, a fifth of it in Russian, each query given once. */
  query(): string {
    const { random } = this;
    return this.fresh(() => {
      const what = `${this.often(ADJECTIVES)} ${this.often(NOUNS)}`;
      switch (random.int(0, 4)) {
        case 0:
          return `${this.often(RUSSIAN_NOUNS)} ${this.name()} ${random.pick(RUSSIAN_PARTS)}`;
        case 1:
          return `${what} ${this.name()}`;
        case 2:
          return `${this.often(NOUNS)} ${random.int(1000, 99_999)}`;
        case 3:
          return `when was the ${what} ${this.often(PARTICIPLES)}`;
        default:
          return `why is the ${what} for ${this.name()} not ${this.often(PARTICIPLES)}`;
      }
    });
  }

  private sentence(begin: string): string {
    const { random } = this;
    if (random.int(0, 4) === 0)
      return `${capital(this.often(RUSSIAN_NOUNS))} для «${this.name()}» ${random.pick(RUSSIAN_PARTS)}.`;
    const number = random.int(0, 3) === 0 ? ` no. ${random.int(1000, 99_999)}` : '';
    const what = `${begin} ${this.often(ADJECTIVES)} ${this.often(NOUNS)}${number} for ${this.name()}`;
    const happened = `${random.pick(['was', 'has been', 'is being', 'must be'])} ${this.often(PARTICIPLES)}`;
    const more = random.int(0, 5) === 0 ? `; ${random.pick(REMARKS)}` : ` with the ${this.often(NOUNS)}`;
    return `${what} ${happened} ${random.pick(TIMES)}${more}.`;
  }

  /** The further down its list, the rarer. */
  private often(words: readonly string[]): string {
    return words[Math.floor(words.length * this.random.next() ** 2)] ?? '';
  }

  /** One of 4,000 names; a few are in many texts, most in hardly any. */
  private name(): string {
    const rank = Math.floor(4000 * this.random.next() ** 3);
    const { length } = SYLLABLES;
    const at = (place: number) => SYLLABLES[Math.floor(rank / length ** place) % length] ?? '';
    return capital(at(0) + at(1) + at(2));
  }

  private fresh(make: () => string, least = 0): string {
    for (;;) {
      const text = make();
      if (text.length < least || this.given.has(text)) continue;
      this.given.add(text);
      return text;
    }
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
