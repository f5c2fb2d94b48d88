import type { FusionShares } from './fusion-shares.js';

/** Of reciprocal rank fusion: how slowly a place further down loses weight (60 as in the paper that proposed it). */
export const RRF_K = 60;

export interface FusionInput {
  /** Keys of each list, best first. A key stands for a text: equal texts have one key. */
  vector: readonly string[];
  lexical: readonly string[];
  /** How many of the query's identifiers, addresses and phone numbers a text names, by key. */
  exact: ReadonlyMap<string, number>;
  /** How many of the query's bare numbers a text has, by key. */
  numbers?: ReadonlyMap<string, number>;
  /** How much of what the query's words say a text has, from 0 to 1, by key; 1 where it is not known. */
  coverage?: ReadonlyMap<string, number>;
  /** What each list counts for; equal shares unless said. */
  shares?: FusionShares;
}

export interface Ranks {
  /** 1 for the best; null when the list lacks the text. */
  vector: number | null;
  lexical: number | null;
  /** Exact terms of the query that the text names, bare numbers among them; null for none. */
  exact: number | null;
}

export interface Fused {
  key: string;
  score: number;
  ranks: Ranks;
}

const EQUAL: FusionShares = { vector: 1, lexical: 1, doubt: 0 };

/**
 * One list from several, best first. A text's score is the sum over its lists of share/(60 + rank), plus 1 for each
 * identifier it names, which no ranks can outweigh: so an identifier comes before everything that merely resembles it.
 * A bare number counts like a first place more, no further: a year stands in many texts that answer nothing. By words,
 * a text that has few of the query's counts for less, as far as `doubt` says.
 */
export function fuse({ vector, lexical, exact, numbers, coverage, shares = EQUAL }: FusionInput): Fused[] {
  const texts = new Map<string, Ranks>();
  const of = (key: string): Ranks => {
    const known = texts.get(key) ?? { vector: null, lexical: null, exact: null };
    texts.set(key, known);
    return known;
  };
  const part = (rank: number | null) => (rank === null ? 0 : 1 / (RRF_K + rank));
  const scoreOf = (key: string, ranks: Ranks) =>
    (exact.get(key) ?? 0) +
    (numbers?.get(key) ? part(1) : 0) +
    shares.vector * part(ranks.vector) +
    shares.lexical * (coverage?.get(key) ?? 1) ** shares.doubt * part(ranks.lexical);
  vector.forEach((key, at) => (of(key).vector ??= at + 1));
  lexical.forEach((key, at) => (of(key).lexical ??= at + 1));
  for (const counts of [exact, numbers ?? []])
    for (const [key, count] of counts) if (count > 0) of(key).exact = (of(key).exact ?? 0) + count;
  return [...texts]
    .map(([key, ranks]) => ({ key, score: scoreOf(key, ranks), ranks }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}
