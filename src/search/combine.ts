import { fuse, type Ranks } from './domain/fuse.js';
import { sharesOf } from './domain/fusion-shares.js';
import type { Highlight } from './domain/highlights.js';
import type { FoundChunk } from './found-chunk.js';
import type { LexicalHit } from './lexical-search.repository.js';
import type { VectorAnswer } from './vector-search.js';

export interface SearchResult extends Omit<FoundChunk, 'text_hash' | 'occurred_at'> {
  score: number;
  /** Cosine distance; null where the vector list did not hold the chunk. */
  distance: number | null;
  /** When the source was said or written. */
  created_at: Date;
  ranks: Ranks;
  /** Where `text` has words of the query. */
  highlights: Highlight[];
}

/** A result before it is known what of it to show. */
export type Candidate = Omit<SearchResult, 'highlights'>;

/** How the query wants its lists joined. */
export interface Joining {
  /** Whether what it names exactly counts: not in mode vector. */
  exact: boolean;
  /** Whether bare numbers are what it looks for, and not what stands beside it. */
  numbersAlone: boolean;
}

/** One list of both, each text once under the chunk that the first list holding it shows. */
export function combine(near: VectorAnswer, hits: readonly LexicalHit[], joining: Joining): Candidate[] {
  const found = new Map<string, FoundChunk>();
  const distances = new Map(near.chunks.map((chunk) => [chunk.text_hash, chunk.distance]));
  for (const { distance: _, ...chunk } of near.chunks) found.set(chunk.text_hash, chunk);
  for (const { relevance: _r, coverage: _c, exact_count: _e, number_count: _n, ...chunk } of hits)
    if (!found.has(chunk.text_hash)) found.set(chunk.text_hash, chunk);
  const counts = (count: (hit: LexicalHit) => number) =>
    new Map(joining.exact ? hits.map((hit) => [hit.text_hash, count(hit)]) : []);
  const fused = fuse({
    vector: near.chunks.map((chunk) => chunk.text_hash),
    lexical: byRelevance(hits).map((hit) => hit.text_hash),
    exact: counts((hit) => hit.exact_count + (joining.numbersAlone ? hit.number_count : 0)),
    numbers: counts((hit) => (joining.numbersAlone ? 0 : hit.number_count)),
    coverage: new Map(hits.map((hit) => [hit.text_hash, hit.coverage ?? 0])),
    shares: sharesOf(near.model),
  });
  return fused.flatMap(({ key, score, ranks }) => {
    const chunk = found.get(key);
    if (!chunk) return [];
    const { text_hash: _, occurred_at, ...shown } = chunk;
    return [{ ...shown, score, distance: distances.get(key) ?? null, created_at: occurred_at, ranks }];
  });
}

/** The hits that have words of the query, by their words alone: exact terms have their own place in the score. */
function byRelevance(hits: readonly LexicalHit[]): LexicalHit[] {
  return hits.filter((hit) => hit.relevance !== null).sort((a, b) => (b.relevance ?? 0) - (a.relevance ?? 0));
}
