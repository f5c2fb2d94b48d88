/** Of reciprocal rank fusion: how slowly a place further down loses weight (60 as in the paper that proposed it). */
export const RRF_K = 60;

export interface FusionInput {
  /** Keys of each list, best first. A key stands for a text: equal texts have one key. */
  vector: readonly string[];
  lexical: readonly string[];
  /** How many of the query's exact terms a text names, by key. */
  exact: ReadonlyMap<string, number>;
}

export interface Ranks {
  /** 1 for the best; null when the list lacks the text. */
  vector: number | null;
  lexical: number | null;
  /** Exact terms of the query that the text names; null for none. */
  exact: number | null;
}

export interface Fused {
  key: string;
  score: number;
  ranks: Ranks;
}

/**
 * One list from several, best first. A text's score is the sum over its lists of 1/(60 + rank), plus 1 for each exact
 * term it names, which no ranks can outweigh: so an identifier comes before everything that merely resembles it.
 */
export function fuse({ vector, lexical, exact }: FusionInput): Fused[] {
  const texts = new Map<string, Ranks>();
  const of = (key: string): Ranks => {
    const known = texts.get(key) ?? { vector: null, lexical: null, exact: null };
    texts.set(key, known);
    return known;
  };
  vector.forEach((key, at) => (of(key).vector ??= at + 1));
  lexical.forEach((key, at) => (of(key).lexical ??= at + 1));
  for (const [key, count] of exact) if (count > 0) of(key).exact = count;
  return [...texts]
    .map(([key, ranks]) => ({ key, score: scoreOf(ranks), ranks }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function scoreOf({ vector, lexical, exact }: Ranks): number {
  const part = (rank: number | null) => (rank === null ? 0 : 1 / (RRF_K + rank));
  return (exact ?? 0) + part(vector) + part(lexical);
}
